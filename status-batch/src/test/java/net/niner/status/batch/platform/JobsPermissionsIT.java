package net.niner.status.batch.platform;

import net.niner.status.account.PermissionsIT;

/** The doors of the jobs, with those of the services. */
class JobsPermissionsIT extends PermissionsIT {}
