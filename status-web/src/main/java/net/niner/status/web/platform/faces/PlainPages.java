package net.niner.status.web.platform.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.http.HttpServletRequest;
import net.niner.status.web.platform.ReadOnlyPages;
import org.primefaces.context.PrimeFacesContext;

/**
 * Keeps PrimeFaces out of the public pages. Its policy wants a nonce for every answer, and a session to remember it: a page that everybody
 * gets from the cache can have neither.
 */
public class PlainPages extends FacesContextFactory {

    public PlainPages(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        FacesContext made = getWrapped().getFacesContext(context, request, response, lifecycle);
        return isOffice(request) || !(made instanceof PrimeFacesContext prime) ? made : new Plain(prime);
    }

    private static boolean isOffice(Object request) {
        return request instanceof HttpServletRequest asked && ReadOnlyPages.isOfficeView(asked.getRequestURI());
    }

    private static final class Plain extends FacesContextWrapper {

        private final PrimeFacesContext prime;

        Plain(PrimeFacesContext prime) {
            super(prime);
            this.prime = prime;
            PrimeFacesContext.getCspState(prime).setInitialized(true);
            setCurrentInstance(this);
        }

        @Override
        public void setResponseWriter(ResponseWriter writer) {
            prime.getWrapped().setResponseWriter(writer);
        }
    }
}
