package net.niner.status.notice;

/** What is to become of a notice that is about to be sent. Each reason is one sentence in English without personal data. */
public sealed interface Judgement {

    record Send() implements Judgement {}

    /** To another address than the one it was written for: that one's mail does not move. */
    record SendTo(String address) implements Judgement {}

    record Hold(String reason) implements Judgement {}

    record Cancel(String reason) implements Judgement {}

    record Suppress(String reason) implements Judgement {}

    Judgement SEND = new Send();
}
