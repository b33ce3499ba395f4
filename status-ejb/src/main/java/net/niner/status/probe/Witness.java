package net.niner.status.probe;

/** Is told what an attempt is busy with, on the attempt's own thread. */
@FunctionalInterface
interface Witness {

    /** For the attempts that nobody watches. */
    Witness NOBODY = (phase, detail) -> {};

    /** @param detail an address, a command, a version of a protocol; empty for nothing, and never a secret */
    void sees(Phase phase, String detail);
}
