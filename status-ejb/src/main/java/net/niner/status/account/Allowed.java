package net.niner.status.account;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only callers with this permission in, or one of these, see {@link Caller}; others get {@link Forbidden} before anything is done. Stands on every
 * method of a service that a person or a script can reach; what the schedule and the services themselves call stands without it.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allowed {
    @Nonbinding
    Permission[] value() default Permission.READ;
}
