package net.niner.status.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Gives back to the machine what only the start needed. Deploying takes some 500 MB, running a fifth of it, and a Java
 * that is left alone keeps the difference; these are the options that can be set on a Java that runs.
 */
final class Memory {
    private static final Map<String, String> OPTIONS = Map.of(
            "MinHeapFreeRatio", "10",
            "MaxHeapFreeRatio", "25",
            // G1 looks every five minutes whether it holds memory that nobody uses, even when nothing happens
            "G1PeriodicGCInterval", "300000");

    private Memory() {}

    static void settle() {
        HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        OPTIONS.forEach((option, value) -> set(java, option, value));
        System.gc();
    }

    private static void set(HotSpotDiagnosticMXBean java, String option, String value) {
        try {
            java.setVMOption(option, value);
        } catch (IllegalArgumentException e) {
            // another collector, or another Java, has no such option: it keeps its own ways
            System.Logger log = System.getLogger(Memory.class.getName());
            log.log(System.Logger.Level.DEBUG, "This Java knows no {0}", option);
        }
    }
}
