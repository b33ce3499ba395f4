package net.niner.status.web.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import net.niner.status.batch.platform.JobRunning;
import net.niner.status.batch.platform.Jobs;
import net.niner.status.billing.ImportDateFormat;
import net.niner.status.billing.ImportDifference;
import net.niner.status.billing.ImportFile;
import net.niner.status.billing.ImportFinding;
import net.niner.status.billing.ImportSource;
import net.niner.status.billing.ImportUpload;
import net.niner.status.billing.ImportUploads;
import net.niner.status.billing.RegisterChange;
import net.niner.status.web.platform.api.Given;
import net.niner.status.web.platform.api.Refused;
import net.niner.status.web.platform.api.WithToken;

/** Takes in exports of billing systems: {@code {"files": [{"name": "clients.csv", "content": "id,name,..."}]}}. */
@Path("v1/billing/imports")
@RequestScoped
@WithToken
@Produces(MediaType.APPLICATION_JSON)
public class BillingImportResource {

    /** Of the body: the files, and what JSON adds to them. */
    private static final int BODY_LIMIT = ImportFile.MOST_BYTES + ImportFile.MOST_BYTES / 2;

    private static final String RECOGNISED = "auto";

    @Inject
    private ImportUploads uploads;

    @Inject
    private Jobs jobs;

    /**
     * What the files change.
     *
     * @param execution of the job that applies it; null for a dry run
     * @param changes the first {@value ImportDifference#SHOWN}
     */
    public record Answer(
            long upload,
            String source,
            boolean dryRun,
            int added,
            int changed,
            List<RegisterChange> changes,
            List<String> findings,
            Long execution) {

        static Answer of(ImportDifference difference, boolean dryRun, Long execution) {
            return new Answer(
                    difference.upload().id(),
                    difference.upload().source(),
                    dryRun,
                    difference.added(),
                    difference.changed(),
                    difference.changes(),
                    difference.findings().stream().map(ImportFinding::text).toList(),
                    execution);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Answer load(
            @QueryParam("source") @DefaultValue(RECOGNISED) String source,
            @QueryParam("dateFormat") @DefaultValue("yyyy-MM-dd") String dateFormat,
            @QueryParam("dryRun") @DefaultValue("false") String dryRun,
            InputStream body)
            throws IOException {
        boolean pretend = Given.flag("dryRun", dryRun);
        ImportSource named = source(source);
        ImportDateFormat format = ImportDateFormat.of(dateFormat)
                .orElseThrow(() -> Refused.badRequest(
                        "dateFormat must be one of yyyy-MM-dd, dd/MM/yyyy, MM/dd/yyyy, dd.MM.yyyy, not " + dateFormat));
        ImportUpload upload = uploads.stage(files(Given.text(body, BODY_LIMIT)), named, format);
        ImportDifference difference = uploads.difference(upload.id());
        if (pretend) {
            uploads.discard(upload.id());
            return Answer.of(difference, true, null);
        }
        return Answer.of(difference, false, start(upload.id()));
    }

    /** What cannot start now need not wait: whoever sent it has it still. */
    private Long start(long upload) {
        try {
            return jobs.importUpload(upload).id();
        } catch (JobRunning running) {
            uploads.discard(upload);
            throw running;
        }
    }

    private static ImportSource source(String word) {
        return word.equals(RECOGNISED)
                ? null
                : ImportSource.called(word)
                        .orElseThrow(() -> Refused.badRequest(
                                "source must be one of auto, csv, whmcs, invoice-ninja, fossbilling, not " + word));
    }

    private static List<ImportFile> files(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonArray files = reader.readObject().getJsonArray("files");
            return files.getValuesAs(JsonValue::asJsonObject).stream()
                    .map(BillingImportResource::file)
                    .toList();
        } catch (RuntimeException e) {
            // the parser and its values have several for what is not as it should be; none may repeat what was sent
            throw Refused.badRequest("the body must be {\"files\": [{\"name\": ..., \"content\": ...}, ...]}");
        }
    }

    private static ImportFile file(JsonObject file) {
        return new ImportFile(file.getString("name"), file.getString("content"));
    }
}
