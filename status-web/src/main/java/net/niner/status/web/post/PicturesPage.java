package net.niner.status.web.post;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import net.niner.status.post.InvalidPicture;
import net.niner.status.post.Picture;
import net.niner.status.post.Pictures;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;

/** The pictures beside the editor: takes new ones in, and offers the latest to be put into the text. */
@Named
@ViewScoped
public class PicturesPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int OFFERED = 8;

    @Inject
    private transient Pictures pictures;

    @Inject
    private Visitor visitor;

    private transient Part file;
    private transient Picture added;
    private transient String error;
    private String alt;

    /** Takes the file in. What it shows is asked for, since whoever cannot see it reads that. */
    public void add() throws IOException {
        if (file == null || file.getSize() == 0) {
            refuse("post.picture.fault.MISSING");
            return;
        }
        if (alt == null || alt.isBlank()) {
            refuse("post.picture.fault.ALT");
            return;
        }
        try (InputStream in = file.getInputStream()) {
            added = pictures.add(in.readNBytes(Pictures.MOST_BYTES + 1), file.getSubmittedFileName());
            Feedback.say("post.picture.added");
        } catch (InvalidPicture refusal) {
            refuse("post.picture.fault." + refusal.fault().name());
        }
    }

    private void refuse(String key) {
        error = visitor.text(key);
        Feedback.complain("post.picture.refused", error);
    }

    public List<Picture> getLatest() {
        return pictures.latest(OFFERED);
    }

    /** The one that was just taken in, for the page to put it into the text; null for none. */
    public Picture getAdded() {
        return added;
    }

    public String getError() {
        return error;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getAlt() {
        return alt;
    }

    public void setAlt(String alt) {
        this.alt = alt;
    }
}
