package net.niner.status.web.platform.faces;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;

/**
 * The container's session holds the state of the forms of the back office and, between password and second factor, who gave the password;
 * whoever is in is recognised by a cookie of their own, and the session has another name after each of these steps. Its cookie stays below
 * {@code /admin}, so that a visitor of the public pages neither gets nor sends it. {@code SameSite} stands in {@code glassfish-web.xml}, since this
 * server heeds it nowhere else.
 */
public class ViewCookie implements ServletContextListener {

    private static final int MINUTES = 60;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName("desk");
        cookie.setPath("/admin");
        cookie.setHttpOnly(true);
        event.getServletContext().setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        event.getServletContext().setSessionTimeout(MINUTES);
    }
}
