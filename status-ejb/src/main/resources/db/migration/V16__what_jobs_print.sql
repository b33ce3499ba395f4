-- What an execution of a job prints, line by line; goes when the execution is forgotten.

create table job_output (
    execution_id bigint        not null,
    line         int           not null,
    words        varchar(2000) not null,
    primary key (execution_id, line)
);
