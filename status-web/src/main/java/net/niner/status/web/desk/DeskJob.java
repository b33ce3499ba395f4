package net.niner.status.web.desk;

/**
 * A job as the desk shows it.
 *
 * @param status of its latest execution, empty if there was none
 * @param word the status in words
 * @param done from 0 to 1; of a job that does not run, whether it was completed
 * @param counts whether it is known how far it is
 * @param detail one line about it
 */
public record DeskJob(String name, String status, String word, double done, boolean counts, String detail) {

    public int percent() {
        return (int) Math.floor(100 * done);
    }
}
