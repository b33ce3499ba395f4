package net.niner.status.web.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie that says who is signed in. It is not the servlet session's: this one is made fresh at each sign-in, can be listed and ended, and outlives a
 * restart of the site. It never leaves the back office, so that visitors' pages stay without cookies.
 */
final class StaffCookie {

    static final String NAME = "staff";

    private StaffCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static void give(String secret, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(secret, request));
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = cookie("", request);
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private static Cookie cookie(String value, HttpServletRequest request) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/admin");
        cookie.setHttpOnly(true);
        cookie.setSecure(SecureTransport.carries(request));
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
