package net.niner.status.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes mails as they would go out now, for a person to read before anybody gets them: a CDI bean of each feature that sends some implements it, with the
 * very words that it sends. Called in a transaction; nothing is changed.
 */
public interface LetterSamples {

    /** Those that it writes; no two write the same. */
    Set<NoticeKind> kinds();

    /** Empty where there is nothing yet that it could be about. */
    Optional<MailText> sample(NoticeKind kind, LetterSubject about, Locale language);
}
