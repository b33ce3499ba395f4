package net.niner.status.web.billing;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.billing.ClientPreferences;
import net.niner.status.web.platform.PrivatePage;
import net.niner.status.web.platform.SmallForm;
import net.niner.status.web.platform.Visitor;

/** What clients choose about the mail that they get, behind the link in it. */
public class PreferencesServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Pattern TOKEN = Pattern.compile("/([A-Za-z0-9_-]{1,200})/?");
    private static final String PAGE = "/WEB-INF/subscribe/preferences.xhtml";
    private static final String GONE = "/WEB-INF/subscribe/gone.xhtml";
    private static final String SAVED = "saved";

    @Inject
    private transient ClientPreferences preferences;

    @Inject
    private transient PreferencesPage page;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> token = token(request);
        Optional<ClientPreferences.Preference> found = token.flatMap(preferences::of);
        found.ifPresent(preference -> page.show(
                token.get(),
                preference,
                String.valueOf(request.getQueryString()).contains(SAVED)));
        PrivatePage.show(
                request,
                response,
                found.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND,
                found.isPresent() ? PAGE : GONE,
                visitor.getLanguage());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> token = token(request);
        Optional<SmallForm> sent = SmallForm.in(request);
        if (sent.isEmpty()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (token.filter(one -> preferences.change(
                        one, sent.get().value("language"), sent.get().has("reminders")))
                .isPresent()) {
            PrivatePage.goTo(response, visitor.link("/preferences/" + token.get() + "?" + SAVED));
        } else {
            PrivatePage.show(request, response, HttpServletResponse.SC_NOT_FOUND, GONE, visitor.getLanguage());
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        Matcher matcher =
                TOKEN.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
