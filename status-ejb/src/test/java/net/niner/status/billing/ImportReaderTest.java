package net.niner.status.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The forms of files, with the samples that are shipped, and what is wrong with those that are none. */
class ImportReaderTest {

    private static final ImportKnown NOBODY = new ImportKnown(Set.of(), Map.of(), Set.of("NC036"));
    private static final String CLIENTS = "id,name,email\n1,One,one@client.example\n";
    private static final String SERVICES = "id,client_id,kind,name,expires_on,state\n";

    @Test
    void theCanonicalFilesSayAllThereIs() {
        ImportReader.Read read = samples("csv/clients.csv", "csv/services.csv", "csv/invoices.csv");

        assertThat(read.source()).isEqualTo(ImportSource.CSV);
        assertThat(read.batch().clients())
                .first()
                .isEqualTo(new ClientRecord(
                        "csv",
                        "51",
                        "Atelier Lumière",
                        "contact@atelier.example",
                        "atelier@post.example",
                        Locale.FRENCH,
                        ZoneId.of("Europe/Paris"),
                        null,
                        true));
        assertThat(read.batch().clients().get(2).name()).isEqualTo("Meyer, Sons & Daughters");
        assertThat(read.batch().clients().get(2).active()).isFalse();
        assertThat(read.batch().services())
                .extracting(ServiceRecord::kind, ServiceRecord::expiresOn, ServiceRecord::state)
                .contains(
                        tuple(ServiceKind.CERTIFICATE, LocalDate.of(2025, 7, 31), ServiceState.ACTIVE),
                        tuple(ServiceKind.DOMAIN, null, ServiceState.CANCELLED));
        assertThat(read.batch().invoices())
                .extracting(InvoiceRecord::state)
                .containsExactly(InvoiceState.PAID, InvoiceState.ISSUED, InvoiceState.DRAFT);
        assertThat(read.batch().invoices().get(1).issuedOn()).isEqualTo("2025-05-16");
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void whmcsReportsAndAnswersOfItsApiAreOneImport() {
        ImportReader.Read read = samples(
                "whmcs/GetClients.json", "whmcs/GetClientsProducts.json", "whmcs/domains.csv", "whmcs/invoices.csv");

        assertThat(read.source()).isEqualTo(ImportSource.WHMCS);
        assertThat(read.batch().clients())
                .extracting(ClientRecord::name, ClientRecord::active)
                .containsExactly(tuple("Ada Byron", true), tuple("Tide & Sons", false));
        assertThat(read.batch().services())
                .extracting(ServiceRecord::id, ServiceRecord::kind, ServiceRecord::name, ServiceRecord::state)
                .containsExactly(
                        service("product-21", ServiceKind.HOSTING, "byron.example", ServiceState.ACTIVE),
                        service("product-22", ServiceKind.CERTIFICATE, "SSL certificate", ServiceState.ACTIVE),
                        service("domain-11", ServiceKind.DOMAIN, "byron.example", ServiceState.ACTIVE),
                        service("domain-12", ServiceKind.DOMAIN, "engine.example", ServiceState.SUSPENDED),
                        service("domain-13", ServiceKind.DOMAIN, "tide.example", ServiceState.CANCELLED));
        assertThat(read.batch().invoices())
                .extracting(InvoiceRecord::number, InvoiceRecord::issuedOn, InvoiceRecord::paidOn)
                .containsExactly(tuple("301", null, LocalDate.of(2025, 5, 20)), tuple("WH-302", null, null));
        assertThat(read.batch().invoices())
                .extracting(InvoiceRecord::printedOn)
                .containsOnly(LocalDate.of(2025, 5, 15));
        assertThat(read.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.clientId()).isEqualTo("7");
            assertThat(finding.text()).contains("engine.example", "Expiry Date", "0000-00-00", "domains.csv, line 4");
        });
        assertThat(ImportStaged.write(read)).noneMatch(row -> row.matches(".*(horse|staple).*"));
    }

    private static Tuple service(String id, ServiceKind kind, String name, ServiceState state) {
        return tuple(id, kind, name, state);
    }

    @Test
    void invoiceNinjaEscapesFormulasAndNamesClientsOnly() {
        ImportReader.Read read = samples("invoice-ninja/invoices.csv", "invoice-ninja/clients.csv");

        assertThat(read.source()).isEqualTo(ImportSource.INVOICE_NINJA);
        assertThat(read.batch().clients()).extracting(ClientRecord::name).contains("=Equal= Studio");
        assertThat(read.batch().invoices())
                .extracting(InvoiceRecord::number, InvoiceRecord::clientId, InvoiceRecord::state)
                .containsExactly(
                        tuple("N-100", "0001", InvoiceState.PAID), tuple("N-101", "0002", InvoiceState.ISSUED));
    }

    @Test
    void aClientWithoutANumberIsKnownByAMarkThatDoesNotTellTheName() {
        ImportFile clients = new ImportFile("clients.csv", "Client Name,Contact Email\nIda Holm,ida@holm.example\n");
        ImportFile invoices = new ImportFile(
                "invoices.csv",
                "Invoice Number,Client Name,Invoice Status,Invoice Date,Due Date\nN-1,Ida Holm,Sent,0000-00-00,2025-06-14\n");
        ImportReader.Read read =
                ImportReader.read(List.of(clients, invoices), null, ImportDateFormat.ISO, source -> NOBODY);
        String mark = read.batch().clients().get(0).id();

        assertThat(mark).doesNotContain("Ida").doesNotContain("Holm");
        assertThat(read.batch().invoices()).extracting(InvoiceRecord::clientId).containsExactly(mark);
        assertThat(read.findings()).extracting(ImportFinding::clientId).containsExactly(mark);
        ImportReader.Read again = ImportReader.read(
                List.of(invoices),
                null,
                ImportDateFormat.ISO,
                source -> new ImportKnown(Set.of(mark), Map.of("-", mark), Set.of()));
        assertThat(again.batch().invoices()).extracting(InvoiceRecord::clientId).containsExactly(mark);
    }

    @Test
    void anInvoiceOfADayThatCannotBeIsADraft() {
        String head = "id,client_id,number,state,printed_on,issued_on\n";
        ImportFile clients = new ImportFile("clients.csv", "id,name,email\n1,Ida,ida@holm.example\n");
        ImportFile invoices = new ImportFile(
                "invoices.csv",
                head
                        + "1,1,1,issued,0000-00-00,\n2,1,2,issued,2025-06-15,0000-00-00\n3,1,3,issued,0000-00-00,2025-06-16\n"
                        + "4,1,4,issued,2025-06-15,\n5,1,5,paid,0000-00-00,\n");
        assertThat(ImportReader.read(List.of(clients, invoices), null, ImportDateFormat.ISO, source -> NOBODY)
                        .batch()
                        .invoices())
                .extracting(InvoiceRecord::state)
                .containsExactly(
                        InvoiceState.DRAFT,
                        InvoiceState.DRAFT,
                        InvoiceState.ISSUED,
                        InvoiceState.ISSUED,
                        InvoiceState.PAID);
    }

    @Test
    void fossBillingNeedsNoTotals() {
        ImportReader.Read read =
                samples("fossbilling/clients.csv", "fossbilling/orders.csv", "fossbilling/invoices.csv");

        assertThat(read.source()).isEqualTo(ImportSource.FOSSBILLING);
        assertThat(read.batch().clients()).extracting(ClientRecord::name).containsExactly("Léa Quai", "Ferry Lines");
        assertThat(read.batch().services())
                .extracting(ServiceRecord::kind, ServiceRecord::expiresOn)
                .contains(
                        tuple(ServiceKind.DOMAIN, LocalDate.of(2025, 7, 21)),
                        tuple(ServiceKind.HOSTING, LocalDate.of(2025, 8, 1)));
        assertThat(read.batch().invoices())
                .extracting(InvoiceRecord::number, InvoiceRecord::state)
                .containsExactly(
                        tuple("FOSS00012", InvoiceState.ISSUED),
                        tuple("FOSS00013", InvoiceState.PAID),
                        tuple("403", InvoiceState.DRAFT));
    }

    @Test
    void whatAnExportLeavesOutThatMattersIsAFinding() {
        ImportReader.Read read = read(
                file("clients.csv", "id,email,status,first_name\n1,one@client.example,active,One\n"),
                file("orders.csv", "id,client_id,title,service_type,status\n5,1,One,hosting,active\n"));

        assertThat(read.findings())
                .extracting(ImportFinding::text)
                .singleElement()
                .asString()
                .contains("expiresat");
        assertThat(read.batch().services()).singleElement().satisfies(service -> assertThat(service.expiresOn())
                .isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "0000-00-00,          ISO",
        "1969-12-31,          ISO",
        "1970-01-01,          ISO",
        "1999-12-31,          ISO",
        "9999-12-31,          ISO",
        "0000-00-00 00:00:00, ISO",
        "00/00/0000,          DAY_FIRST",
        "31/12/1969,          DAY_FIRST",
        "12/31/1969,          MONTH_FIRST",
        "00.00.0000,          POINTS"
    })
    void aDayThatCannotBeMeantIsAFindingAndTheServiceIsKeptWithoutIt(String day, ImportDateFormat format) {
        ImportReader.Read read = read(
                format,
                file("clients.csv", CLIENTS),
                file("services.csv", SERVICES + "5,1,domain,one.example," + day + ",active"));

        assertThat(read.batch().services()).singleElement().satisfies(service -> assertThat(service.expiresOn())
                .isNull());
        assertThat(read.findings()).singleElement().satisfies(finding -> assertThat(finding.text())
                .contains(day, "one.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-29, ISO",
        "2025-7-2,   ISO",
        "02/07/2025, ISO",
        "31/04/2025, DAY_FIRST",
        "07/31/2025, DAY_FIRST",
        "31/07/2025, MONTH_FIRST",
        "2025-07-31, POINTS",
        "soon,       ISO"
    })
    void aDayOfAnotherFormOrOfNoCalendarIsAProblem(String day, ImportDateFormat format) {
        assertThat(problems(
                        format,
                        file("clients.csv", CLIENTS),
                        file("services.csv", SERVICES + "5,1,domain,one.example," + day + ",active\n")))
                .containsExactly(new ImportProblem(
                        "services.csv", 2, "expires_on", "is no day as " + format.pattern() + ": " + day));
    }

    @ParameterizedTest
    @EnumSource(ImportDateFormat.class)
    void eachFormOfADayIsRead(ImportDateFormat format) {
        String day = DateTimeFormatter.ofPattern(format.pattern()).format(LocalDate.of(2024, 2, 29));

        assertThat(read(
                                format,
                                file("clients.csv", CLIENTS),
                                file("services.csv", SERVICES + "5,1,domain,one.example," + day + " 00:00:00,active\n"))
                        .batch()
                        .services())
                .extracting(ServiceRecord::expiresOn)
                .containsExactly(LocalDate.of(2024, 2, 29));
    }

    @Test
    void allProblemsAreNamedByFileLineAndColumn() {
        List<ImportProblem> problems = problems(
                ImportDateFormat.ISO,
                file(
                        "clients.csv",
                        "id,name,email,zone,mail_server\r\n"
                                + "1,One,one@client.example,Europe/Paris,nc036\r\n"
                                + "1,Again,again@client.example,,\r\n"
                                + "2,,not an address,Mars/Olympus,NC999\r\n"
                                + "\r\n"
                                + "3,\"Two\r\nlines\",three@client.example\r\n"),
                file(
                        "services.csv",
                        SERVICES + "5,1,teapot,one.example,2025-07-20,active\n6,9,domain,x.example,,gone\n"));

        assertThat(problems)
                .extracting(problem ->
                        problem.file() + ":" + problem.line() + ":" + problem.column() + ": " + problem.why())
                .containsExactlyInAnyOrder(
                        "clients.csv:3:id: is the same as in clients.csv, line 2",
                        "clients.csv:4:name: is missing",
                        "clients.csv:4:email: is no mail address",
                        "clients.csv:4:zone: is no time zone, as Europe/Paris",
                        "clients.csv:4:mail_server: is no server of ours",
                        "clients.csv:6:: has 3 cells, and the header has 5",
                        "services.csv:2:kind: must be one of certificate, domain, email, hosting, not teapot",
                        "services.csv:3:state: must be one of active, cancelled, suspended, not gone",
                        "services.csv:3:client_id: is no client that is known, or in these files");
    }

    @Test
    void notMoreThanAHundredProblemsAreNamed() {
        String rows = IntStream.range(0, 500).mapToObj(i -> i + ",," + "\n").collect(Collectors.joining());

        assertThat(problems(ImportDateFormat.ISO, file("clients.csv", "id,name,email\n" + rows)))
                .hasSize(100);
    }

    @Test
    void aMarkOfByteOrderSemicolonsAndTabsAreRead() {
        assertThat(read(ImportFile.of(
                                "C:\\exports\\clients.csv",
                                "\uFEFFid;name;email\r\n1;Crème, brûlée;one@client.example\r\n"
                                        .getBytes(StandardCharsets.UTF_8)))
                        .batch()
                        .clients())
                .extracting(ClientRecord::name)
                .containsExactly("Crème, brûlée");
        assertThat(read(file("clients.csv", "id\tname\temail\n1\tOne\tone@client.example"))
                        .batch()
                        .clients())
                .hasSize(1);
    }

    @Test
    void anotherEncodingIsNamedWithTheLine() {
        InvalidImport invalid = catchThrowableOfType(
                InvalidImport.class,
                () -> ImportFile.of("clients.csv", "id,name\n1,One\n2,Crème\n".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(invalid.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.why()).contains("UTF-8", "ISO-8859-1");
        });
    }

    @Test
    void aFileOfNobodysFormIsRefused() {
        assertThat(problems(ImportDateFormat.ISO, file("notes.csv", "when,what\n2025-01-01,tea\n")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).contains("csv clients", "whmcs domains"));
        assertThat(problems(ImportDateFormat.ISO, file("notes.txt", "\n\n"))).hasSize(1);
        assertThat(problems(ImportDateFormat.ISO, file("clients.csv", CLIENTS + "2,\"Two,two@client.example\n")))
                .containsExactly(new ImportProblem(
                        "clients.csv", 3, "", "a quotation mark is not closed, or is followed by something"));
        assertThat(problems(ImportDateFormat.ISO, file("GetClients.json", "{\"clients\": {\"client\": [\n{\"id\": 1,")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).startsWith("is not JSON"));
    }

    @Test
    void filesOfTwoSourcesAreNotOneImport() {
        assertThat(problems(
                        ImportDateFormat.ISO,
                        file("clients.csv", CLIENTS),
                        file("orders.csv", "id,client_id,title,service_type,status\n5,1,One,hosting,active\n")))
                .extracting(ImportProblem::file)
                .containsExactly("orders.csv");
    }

    @Test
    void tooManyRowsAreRefusedAndNotRead() {
        String rows = IntStream.range(0, 200_001)
                .mapToObj(i -> i + ",Client " + i + ",c" + i + "@client.example\n")
                .collect(Collectors.joining());

        assertThat(problems(ImportDateFormat.ISO, file("clients.csv", "id,name,email\n" + rows)))
                .first()
                .isEqualTo(new ImportProblem(
                        "clients.csv", 200_002, "", "there are more than 200,000 rows: split the files"));
    }

    @ParameterizedTest
    @CsvSource({"password", "Passwd", "Root Password", "pass", "client_secret", "API Token", "salt", "EPP Code", "pwd"})
    void whatHoldsASecretIsDroppedUnread(String column) {
        ImportFile services = file(
                "services.csv",
                "id,client_id,kind,name,expires_on,state," + column
                        + "\n5,1,domain,one.example,never,active,hunter2\n");
        InvalidImport invalid = catchThrowableOfType(
                InvalidImport.class, () -> read(ImportDateFormat.ISO, file("clients.csv", CLIENTS), services));

        assertThat(new ImportColumns(List.of("id", column)).names()).containsExactly("id");
        assertThat(invalid.problems().toString() + invalid.getMessage())
                .contains("never")
                .doesNotContain("hunter2");
    }

    @Test
    void whatIsKeptIsReadBackTheSame() {
        ImportReader.Read read = samples("csv/clients.csv", "csv/services.csv", "csv/invoices.csv");

        assertThat(ImportStaged.read("csv", ImportStaged.write(read)).batch()).isEqualTo(read.batch());
    }

    private static ImportFile file(String name, String text) {
        return new ImportFile(name, text);
    }

    private static ImportReader.Read read(ImportFile... files) {
        return read(ImportDateFormat.ISO, files);
    }

    private static ImportReader.Read read(ImportDateFormat format, ImportFile... files) {
        return ImportReader.read(List.of(files), null, format, source -> NOBODY);
    }

    private static List<ImportProblem> problems(ImportDateFormat format, ImportFile... files) {
        return catchThrowableOfType(InvalidImport.class, () -> read(format, files))
                .problems();
    }

    private static ImportReader.Read samples(String... names) {
        return read(Arrays.stream(names).map(ImportReaderTest::sample).toArray(ImportFile[]::new));
    }

    private static ImportFile sample(String name) {
        try (InputStream file = ImportReader.class.getResourceAsStream("samples/" + name)) {
            return ImportFile.of(name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
