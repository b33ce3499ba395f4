package net.niner.status.web.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.JobParameter;
import net.niner.status.batch.platform.JobSummary;
import net.niner.status.billing.ErasureEffects;
import net.niner.status.billing.RegisterChange;
import net.niner.status.probe.ImportReport;
import net.niner.status.probe.Outcome;
import net.niner.status.probe.Problem;
import net.niner.status.web.billing.BillingImportResource;
import net.niner.status.web.board.Systems;
import net.niner.status.web.incident.FollowUpForm;
import net.niner.status.web.incident.IncidentForm;
import net.niner.status.web.incident.PostMortemJson;
import net.niner.status.web.maintenance.MaintenanceForm;
import net.niner.status.web.post.PostJson;
import net.niner.status.web.probe.CheckStanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The description of the API is written by hand; here it is held to the resources. */
class ApiDescriptionTest {

    private static final Map<String, Object> DESCRIPTION =
            new Yaml().load(ApiDescriptionTest.class.getResourceAsStream("/META-INF/openapi.yaml"));

    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("Systems", Systems.class),
            Map.entry("Server", Systems.Standing.class),
            Map.entry("Check", CheckStanding.class),
            Map.entry("ImportReport", ImportReport.class),
            Map.entry("Change", ImportReport.Change.class),
            Map.entry("Difference", ImportReport.Difference.class),
            Map.entry("BillingImport", BillingImportResource.Answer.class),
            Map.entry("RegisterChange", RegisterChange.class),
            Map.entry("ErasureEffects", ErasureEffects.class),
            Map.entry("Job", JobSummary.class),
            Map.entry("JobParameter", JobParameter.class),
            Map.entry("Execution", JobExecutionReport.class),
            Map.entry("Progress", JobExecutionReport.Progress.class),
            Map.entry("Step", JobExecutionReport.Step.class),
            Map.entry("Fault", Problem.class),
            Map.entry("Post", PostJson.class),
            Map.entry("Incident", IncidentForm.class),
            Map.entry("IncidentUpdate", IncidentForm.Update.class),
            Map.entry("Maintenance", MaintenanceForm.class),
            Map.entry("PostMortem", PostMortemJson.class),
            Map.entry("PostMortemMoment", PostMortemJson.Moment.class),
            Map.entry("PostMortemLesson", PostMortemJson.Lesson.class),
            Map.entry("FollowUp", FollowUpForm.class));

    /** A method of a resource, and where it answers. */
    private record Operation(String verb, String path, Method method) {

        String name() {
            return verb + " " + path;
        }

        boolean operatorOnly() {
            return method.isAnnotationPresent(WithToken.class)
                    || method.getDeclaringClass().isAnnotationPresent(WithToken.class);
        }

        Set<String> takes() {
            Consumes consumes = method.getAnnotation(Consumes.class);
            return consumes == null ? Set.of() : Set.of(consumes.value());
        }

        Map<String, Object> described() {
            return map(map(map(DESCRIPTION, "paths"), path), verb.toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name();
        }
    }

    @Test
    void everyOperationIsDescribedAndNoOther() {
        Set<String> described = new TreeSet<>();
        map(DESCRIPTION, "paths").forEach((path, verbs) -> ((Map<?, ?>) verbs)
                .keySet()
                .forEach(verb -> described.add(verb.toString().toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described)
                .isEqualTo(operations().map(Operation::name).collect(Collectors.toCollection(TreeSet::new)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationHasASummaryAndResponses(Operation operation) {
        assertThat(operation.described().get("summary")).asString().isNotBlank();
        assertThat(operation.described().get("operationId")).asString().isNotBlank();
        assertThat(map(operation.described(), "responses")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theTokenIsAskedForWhereTheDescriptionSaysSo(Operation operation) {
        assertThat(operation.described().containsKey("security")).isEqualTo(operation.operatorOnly());
        assertThat(map(operation.described(), "responses").containsKey("401")).isEqualTo(operation.operatorOnly());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationTakesTheTypesThatAreDescribed(Operation operation) {
        Set<String> described = operation.described().containsKey("requestBody")
                ? map(map(operation.described(), "requestBody"), "content").keySet()
                : Set.of();

        assertThat(described).isEqualTo(operation.takes());
    }

    @Test
    void schemasHaveTheFieldsOfTheRecordsInTheirOrder() {
        RECORDS.forEach((name, type) -> assertThat(List.copyOf(properties(name).keySet()))
                .as(name)
                .isEqualTo(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()));
    }

    @Test
    void enumerationsAreCompleteAndInOrder() {
        RECORDS.forEach((name, type) -> Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType().isEnum())
                .forEach(component -> assertThat(enumeration(name, component.getName()))
                        .as(name + "." + component.getName())
                        .isEqualTo(Arrays.stream(component.getType().getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .toList())));
        assertThat(map(map(map(DESCRIPTION, "components"), "schemas"), "Outcome")
                        .get("enum"))
                .isEqualTo(Arrays.stream(Outcome.values()).map(Enum::name).toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collectReferences(DESCRIPTION, references);

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            Object at = DESCRIPTION;
            for (String step : reference.substring("#/".length()).split("/")) {
                at = ((Map<?, ?>) at).get(step);
                assertThat(at).as(reference).isNotNull();
            }
        });
    }

    private static Object enumeration(String schema, String property) {
        Map<String, Object> described = map(properties(schema), property);
        return described.containsKey("$ref")
                ? map(map(map(DESCRIPTION, "components"), "schemas"), "Outcome").get("enum")
                : described.get("enum");
    }

    private static Map<String, Object> properties(String schema) {
        return map(map(map(map(DESCRIPTION, "components"), "schemas"), schema), "properties");
    }

    static Stream<Operation> operations() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("net.niner.status.web")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(
                                method -> verb(method).map(verb -> new Operation(verb, path(method), method)).stream());
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(Method method) {
        Path below = method.getAnnotation(Path.class);
        return "/" + Api.ROOT + "/"
                + method.getDeclaringClass().getAnnotation(Path.class).value()
                + (below == null ? "" : "/" + below.value());
    }

    private static void collectReferences(Object node, List<String> references) {
        if (node instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (name.equals("$ref")) {
                    references.add((String) value);
                }
                collectReferences(value, references);
            });
        } else if (node instanceof List<?> elements) {
            elements.forEach(element -> collectReferences(element, references));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String name) {
        assertThat(parent).containsKey(name);
        return (Map<String, Object>) parent.get(name);
    }
}
