package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** Who is told what the owner must know. */
@Stateless
public class Owners {

    private record Person(String email, String language) {}

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private MailSetups setups;

    /**
     * The addresses that the settings of mail name, else those of everybody who owns the site. Each stands for itself ({@code owner:} and a word that
     * follows from the address), in the language of the account with that address.
     */
    public List<Recipient> recipients() {
        List<Person> people = Rows.query(
                dataSource,
                "select email, language from app_user where role = 'OWNER' and state = 'ACTIVE' order by id",
                row -> new Person(row.getString("email"), row.getString("language")));
        Map<String, String> languages = people.stream()
                .filter(person -> person.language() != null)
                .collect(Collectors.toMap(Person::email, Person::language));
        List<String> chosen = setups.read().setup().owners();
        List<String> addresses =
                chosen.isEmpty() ? people.stream().map(Person::email).toList() : chosen;
        return addresses.stream()
                .distinct()
                .map(address -> new Recipient(
                        "owner:" + UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)),
                        address,
                        Locale.forLanguageTag(languages.getOrDefault(address.toLowerCase(Locale.ROOT), "en")),
                        ZoneOffset.UTC))
                .toList();
    }
}
