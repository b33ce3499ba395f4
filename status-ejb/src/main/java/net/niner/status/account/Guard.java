package net.niner.status.account;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Stands before the methods that are {@link Allowed} to some only. */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class Guard {

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        Allowed rule = call.getMethod().getAnnotation(Allowed.class);
        if (rule == null) {
            rule = call.getMethod().getDeclaringClass().getAnnotation(Allowed.class);
        }
        Caller.require(rule.value());
        return call.proceed();
    }
}
