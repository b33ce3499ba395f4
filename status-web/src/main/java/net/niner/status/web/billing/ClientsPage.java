package net.niner.status.web.billing;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import net.niner.status.billing.ClientFilter;
import net.niner.status.billing.ClientFilter.Sort;
import net.niner.status.billing.ClientLine;
import net.niner.status.billing.Clients;
import net.niner.status.platform.Page;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.faces.Lines;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** All clients: finds them by name, by the name of a service or by what their billing system calls them. */
@Named
@ViewScoped
public class ClientsPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Clients clients;

    @Inject
    private Me me;

    private final Lines<ClientLine, Sort> lines = new Lines<>(Sort.NAME, this::page, ClientLine::id);
    private String text;
    private String source;
    private Boolean active;
    private boolean unbilled;

    @PostConstruct
    void look() {
        if (!me.may("BILLING")) {
            Missing.refuse();
            return;
        }
        unbilled = "true".equals(Faces.getRequestParameter("unbilled"));
    }

    private Page<ClientLine> page(Sort sort, boolean ascending, int first, int most) {
        return clients.page(new ClientFilter(text, source, active, unbilled), sort, ascending, first, most);
    }

    public Lines<ClientLine, Sort> getLines() {
        return lines;
    }

    public List<String> getSources() {
        return clients.sources();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null || text.isBlank() ? null : text;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source == null || source.isBlank() ? null : source;
    }

    public Boolean getActive() {
        return active;
    }

    public void setActive(Boolean active) {
        this.active = active;
    }

    public boolean isUnbilled() {
        return unbilled;
    }

    public void setUnbilled(boolean unbilled) {
        this.unbilled = unbilled;
    }
}
