package net.niner.status.web.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.account.Actor;
import net.niner.status.account.ApiTokens;
import net.niner.status.account.Caller;
import net.niner.status.web.platform.api.ProblemDetail;
import net.niner.status.web.platform.api.WithToken;

/** Asks for a token, as RFC 6750 has it; for the length of the request the thread acts for whom it speaks, until {@link Door} ends that. */
@Provider
@ApplicationScoped
@WithToken
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");
    private static final String CHALLENGE = "Bearer realm=\"status\"";

    @Inject
    private ApiTokens tokens;

    @Inject
    private HttpServletRequest client;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> presented = presented(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (presented.isEmpty()) {
            refuse(request, CHALLENGE, "this needs a token, as Authorization: Bearer");
            return;
        }
        Optional<Actor> actor = tokens.find(presented.get(), ClientAddress.of(client));
        if (actor.isPresent()) {
            Caller.bind(actor.get());
        } else {
            refuse(request, CHALLENGE + ", error=\"invalid_token\"", "this token is none, or works no more");
        }
    }

    /** @return nothing if there is no header, or if it is not of the form of a bearer token */
    static Optional<String> presented(String authorization) {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    private static void refuse(ContainerRequestContext request, String challenge, String detail) {
        request.abortWith(new ProblemDetail(Status.UNAUTHORIZED, detail)
                .answerTo(request.getUriInfo())
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build());
    }
}
