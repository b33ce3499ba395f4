package net.niner.status.web.incident;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.incident.Incident;
import net.niner.status.incident.PostMortem;
import net.niner.status.incident.PostMortemState;
import net.niner.status.incident.PostMortems;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.post.Post;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;

/** All post-mortems, and the incidents that wait for one. */
@Named
@RequestScoped
public class PostMortemsPage {

    private static final int WAITING = 10;
    private static final int LATEST = 50;

    @EJB
    private PostMortems postMortems;

    @EJB
    private PublishedIncidents incidents;

    @Inject
    private Visitor visitor;

    private List<PostMortem> all;
    private List<Line> lines;
    private List<Waiting> waiting;

    /** @param address of the post, empty for a draft */
    public record Line(
            long id,
            String title,
            PostMortemState state,
            long incident,
            String address,
            Moment changed,
            String by,
            long followUps) {}

    /** A resolved incident without a post-mortem. */
    public record Waiting(long id, String title, Moment resolved) {}

    public List<Line> getLines() {
        if (lines == null) {
            Map<Long, Long> promised = postMortems.promised();
            lines = all().stream()
                    .map(one -> line(one, promised.getOrDefault(one.id(), 0L)))
                    .toList();
        }
        return lines;
    }

    private Line line(PostMortem one, long followUps) {
        return new Line(
                one.id(),
                one.title(),
                one.state(),
                one.incidentId(),
                one.post().flatMap(Post::path).orElse(""),
                visitor.moment(one.changedAt()),
                one.changedBy(),
                followUps);
    }

    /** The latest ones. */
    public List<Waiting> getWaiting() {
        if (waiting == null) {
            waiting = waiting();
        }
        return waiting;
    }

    private List<Waiting> waiting() {
        Set<Long> written = all().stream().map(PostMortem::incidentId).collect(Collectors.toSet());
        return incidents.latest(0, LATEST).rows().stream()
                .filter(Incident::isResolved)
                .filter(incident -> !written.contains(incident.id()))
                .limit(WAITING)
                .map(incident -> new Waiting(
                        incident.id(),
                        incident.title(),
                        visitor.moment(incident.resolved().orElseThrow())))
                .toList();
    }

    private List<PostMortem> all() {
        if (all == null) {
            all = postMortems.all();
        }
        return all;
    }
}
