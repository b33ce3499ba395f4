package net.niner.status.web.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.niner.status.billing.ClientPrivacy;
import net.niner.status.billing.ErasureEffects;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;

/** On a client's page: takes out what is kept of them, and forgets it. */
@Named
@RequestScoped
public class ClientPrivacyCard {

    @Inject
    private ClientPrivacy privacy;

    @Inject
    private Visitor visitor;

    /** What erasing does, in a paragraph. */
    public String effects(long client) {
        ErasureEffects effects = privacy.effects(client);
        return visitor.format(
                "billing.privacy.effects",
                effects.services(),
                effects.invoices(),
                effects.notices(),
                effects.uploads());
    }

    public void export(long client) throws IOException {
        byte[] json = privacy.export(client).getBytes(StandardCharsets.UTF_8);
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("application/json; charset=UTF-8");
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"client-" + client + ".json\"");
        answer.setResponseHeader("Cache-Control", "no-store");
        answer.getResponseOutputStream().write(json);
        faces.responseComplete();
    }

    public void erase(long client) throws IOException {
        privacy.erase(client);
        Feedback.say("billing.privacy.erased");
        FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/client?id=" + client);
    }
}
