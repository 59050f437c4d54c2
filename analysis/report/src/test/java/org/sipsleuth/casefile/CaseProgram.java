package org.sipsleuth.casefile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;

/// Another program that works on a case, started by tests.
public final class CaseProgram {

    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private CaseProgram() {}

    /// Starts it.
    ///
    /// @param arguments `hold FILE` or `triage FILE SEED`
    static Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CaseProgram.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Runs until it is killed.
    public static void main(String[] arguments) throws Exception {
        try (CaseFile opened = Cases.open(Path.of(arguments[1]), "other")) {
            OUT.println("open " + opened.obstacle().isEmpty());
            if (arguments[0].equals("hold")) {
                int _ = System.in.read();
            } else {
                triage(opened, new Random(Long.parseLong(arguments[2])));
            }
        }
    }

    /// Confirms each change once it is made, as a window would show it.
    private static void triage(CaseFile opened, Random random) throws IOException {
        for (int i = 0; true; i++) {
            Subject subject = Subject.sequence("INVITE " + random.nextInt(100, 700));
            Judgement judgement = Judgement.values()[random.nextInt(Judgement.values().length)];
            Place place = new Place("ab".repeat(32), i + 1, "call-" + i);
            Verdict verdict =
                    opened.decide(
                            subject,
                            judgement,
                            "note ".repeat(random.nextInt(200)),
                            Optional.of(place));
            OUT.println("verdict " + verdict.id());
            String callId = "call-" + random.nextLong();
            opened.annotate(
                    Map.of(
                            callId,
                            DialogNote.NONE
                                    .withMark(Optional.of(NoteMark.C))
                                    .withTags(new TreeSet<>(List.of("one", "two", "three")))));
            OUT.println("note " + callId);
            if (random.nextInt(4) == 0) {
                String undone = opened.undo().map(Verdict::id).orElse("none");
                OUT.println("undo " + undone);
            }
        }
    }
}
