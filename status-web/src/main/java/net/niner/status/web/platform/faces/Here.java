package net.niner.status.web.platform.faces;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import net.niner.status.web.platform.ReadOnlyPages;

/** The address of the page that a form was sent from. The page's script says it with its query, which the form's own address lacks. */
final class Here {

    static final String FIELD = "status.here";

    private static final Pattern ADDRESS = Pattern.compile("/admin(?:/[\\w/-]*)?(?:\\?[\\w=&%.+~:@/-]*)?");

    private Here() {}

    static String of(HttpServletRequest request) {
        String said = request.getParameter(FIELD);
        if (said != null && isAddress(said)) {
            return said;
        }
        String asked = request.getRequestURI().replaceFirst("\\.xhtml$", "");
        return ReadOnlyPages.isOffice(asked) ? asked : "/admin";
    }

    /** Only pages of the back office: nobody is sent elsewhere by what a form says. */
    static boolean isAddress(String said) {
        return ADDRESS.matcher(said).matches() && !said.contains("//");
    }
}
