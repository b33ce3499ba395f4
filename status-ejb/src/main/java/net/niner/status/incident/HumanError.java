package net.niner.status.incident;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells a cause that names nothing but somebody's error. It ends the question too early: people err everywhere, and what made the error
 * possible, or let it through, can be changed.
 */
final class HumanError {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** Say nothing beside the others. */
    private static final Set<String> FILLERS = Set.of(
            "a",
            "an",
            "the",
            "it",
            "this",
            "that",
            "was",
            "were",
            "is",
            "by",
            "due",
            "to",
            "of",
            "because",
            "caused",
            "cause",
            "root",
            "just",
            "simple",
            "simply",
            "plain",
            "pure",
            "only",
            "again",
            "s",
            "our",
            "my",
            "their",
            "une",
            "un",
            "la",
            "le",
            "les",
            "l",
            "d",
            "de",
            "du",
            "des",
            "par",
            "est",
            "etait",
            "c",
            "simplement",
            "suite",
            "notre",
            "sa",
            "son",
            "leur",
            "et",
            "and",
            "some",
            "made",
            "commise");

    private static final Set<String> WHO = Set.of(
            "human",
            "humans",
            "operator",
            "operators",
            "user",
            "users",
            "admin",
            "administrator",
            "staff",
            "employee",
            "technician",
            "engineer",
            "person",
            "people",
            "somebody",
            "someone",
            "pilot",
            "personal",
            "humaine",
            "humaines",
            "humain",
            "operateur",
            "utilisateur",
            "administrateur",
            "technicien",
            "employe",
            "personne",
            "quelqu",
            "manipulation",
            "inattention",
            "carelessness",
            "negligence",
            "personnel");

    private static final Set<String> WHAT = Set.of(
            "error",
            "errors",
            "mistake",
            "mistakes",
            "failure",
            "fault",
            "blunder",
            "slip",
            "factor",
            "carelessness",
            "negligence",
            "erreur",
            "erreurs",
            "faute",
            "fautes",
            "defaillance",
            "facteur",
            "inattention");

    private HumanError() {}

    /** True if nothing is left once the words for people and their errors are taken away. */
    static boolean isAllThereIs(String cause) {
        Set<String> words = Arrays.stream(NO_LETTERS.split(plain(cause)))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .collect(Collectors.toSet());
        return words.stream().anyMatch(WHAT::contains)
                && words.stream().allMatch(word -> WHO.contains(word) || WHAT.contains(word));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
