package org.sipsleuth.app.fault;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.app.program.BuildFacts;

/// What a user can send about faults. It holds no evidence: what stands in it was counted, or names
/// parts of the program.
///
/// @param facts about the program and its surroundings, from top to bottom
/// @param faults the faults
/// @param total how many there were, also those that are not listed
public record FaultReport(List<Fact> facts, List<SeenFault> faults, long total) {

    /// What the report is about.
    ///
    /// @param value never out of a file or of the command line
    public record Fact(String name, String value) {}

    private static final int NAME_COLUMNS = 12;
    private static final int MEBIBYTE = 1 << 20;

    /// Takes copies.
    public FaultReport {
        facts = List.copyOf(facts);
        faults = List.copyOf(faults);
    }

    /// About the running program.
    ///
    /// @param surroundings what is known beside that, such as the pages that are open
    public static FaultReport of(SeenFaults seen, List<Fact> surroundings) {
        List<Fact> facts = new ArrayList<>(ofProgram());
        facts.addAll(surroundings);
        return new FaultReport(facts, seen.all(), seen.total());
    }

    private static List<Fact> ofProgram() {
        Runtime runtime = Runtime.getRuntime();
        Duration uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return List.of(new Fact("version", BuildFacts.ofProgram().line()), new Fact("java", BuildFacts.java()),
                new Fact("system", BuildFacts.system()),
                new Fact("processors", Integer.toString(runtime.availableProcessors())),
                new Fact("memory", String.format(Locale.ROOT, "%,d of at most %,d MiB used",
                        (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE, runtime.maxMemory() / MEBIBYTE)),
                new Fact("uptime", String.format(Locale.ROOT, "%d:%02d:%02d h", uptime.toHours(),
                        uptime.toMinutesPart(), uptime.toSecondsPart())));
    }

    /// The report as a text file.
    public String text() {
        StringBuilder text = new StringBuilder("""
                SipSleuth fault report
                It holds no evidence: no names of files, no addresses, numbers or content of messages.

                """);
        for (Fact fact : facts) {
            text.append(fact.name())
                    .repeat(' ', Math.max(1, NAME_COLUMNS - fact.name().length()))
                    .append(fact.value())
                    .append('\n');
        }
        text.append("faults").repeat(' ', NAME_COLUMNS - "faults".length()).append(total).append('\n');
        for (int i = 0; i < faults.size(); i++) {
            SeenFault fault = faults.get(i);
            text.append(String.format(Locale.ROOT, "%nFault %d, %s on %s%n", i + 1,
                    fault.count() == 1 ? "once" : String.format(Locale.ROOT, "%,d times", fault.count()),
                    fault.thread())).append(fault.trace());
        }
        return text.toString();
    }
}
