package net.niner.status.probe;

/**
 * Asks one target one question over one protocol. Implementations are stateless; there is one a kind.
 *
 * @param <S> the settings of this kind
 */
public interface Probe<S extends ProbeSpec> {

    /**
     * Makes one attempt. Blocks, but never beyond {@link Attempt#left()}; bounds what it reads; never inside a transaction.
     *
     * @throws ProbeException if the attempt ended early; it says whether the target or we are to blame
     */
    Finding probe(S spec, Attempt attempt) throws ProbeException;
}
