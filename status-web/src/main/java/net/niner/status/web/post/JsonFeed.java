package net.niner.status.web.post;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/** JSON Feed 1.1. */
final class JsonFeed {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private JsonFeed() {}

    static byte[] of(Channel channel) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        channel.entries().forEach(entry -> items.add(item(entry)));
        return Json.createObjectBuilder()
                .add("version", VERSION)
                .add("title", channel.title())
                .add("description", channel.description())
                .add("home_page_url", channel.home())
                .add("feed_url", channel.self())
                .add("language", channel.language())
                .add(
                        "authors",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("name", channel.site())))
                .add("items", items)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder item(Channel.Entry entry) {
        return Json.createObjectBuilder()
                .add("id", entry.id())
                .add("url", entry.url())
                .add("title", entry.title())
                .add("content_html", entry.html())
                .add("summary", entry.summary())
                .add(
                        "date_published",
                        entry.published().truncatedTo(ChronoUnit.SECONDS).toString())
                .add(
                        "date_modified",
                        entry.updated().truncatedTo(ChronoUnit.SECONDS).toString())
                .add("tags", Json.createArrayBuilder(entry.words()));
    }
}
