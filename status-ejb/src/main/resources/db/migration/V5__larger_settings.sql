-- A logo is kept in up to 300 kB, which are 400 000 characters in Base64.
alter table site_setting alter column content set data type varchar(420000);
