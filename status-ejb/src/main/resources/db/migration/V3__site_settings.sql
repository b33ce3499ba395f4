-- What people chose, one row a setting; a setting without a row follows the configuration. A logo of up to 300 kB takes 400 000 characters in Base64.
create table site_setting (
    name    varchar(30)     not null primary key,
    content varchar(420000) not null
);

-- One row, counted up with every change, so that nobody overwrites what they have not seen.
create table site_settings (
    version int not null
);

insert into site_settings (version) values (0);
