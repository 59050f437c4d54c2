package org.sipsleuth.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;

/// Another program that works on a case, started by tests. It confirms each change once it is made,
/// as the command line and the window do.
public final class CaseProgram {

    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private final CaseFile opened;
    private final Random random;
    private final Path other;

    private CaseProgram(CaseFile opened, Random random, Path other) {
        this.opened = opened;
        this.random = random;
        this.other = other;
    }

    /// Starts it.
    ///
    /// @param arguments `hold FILE`, `lock FILE` or `work FILE SEED OTHER`, where OTHER is a case
    // to merge
    static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), CaseProgram.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Runs until it is killed.
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("lock")) {
            lockAsOldVersionsDid(Path.of(arguments[1]));
            return;
        }
        try (CaseFile opened = Cases.open(Path.of(arguments[1]), "other")) {
            OUT.println("open " + opened.obstacle().isEmpty());
            if (arguments[0].equals("hold")) {
                int _ = System.in.read();
            } else {
                new CaseProgram(opened, new Random(Long.parseLong(arguments[2])), Path.of(arguments[3])).work();
            }
        }
    }

    /// Holds the lock of versions that wrote `NAME.lock`.
    private static void lockAsOldVersionsDid(Path file) throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            OUT.println("open " + (channel.tryLock(1L << 30, 1, false) != null));
            channel.write(ByteBuffer.wrap("olga (process 1)".getBytes(UTF_8)));
            int _ = System.in.read();
        }
    }

    /// What it does, in turns.
    private enum Change {
        VERDICT, NOTE, ADD, MERGE, PACK
    }

    private void work() throws IOException {
        while (true) {
            Change change = Change.values()[random.nextInt(Change.values().length)];
            String result = switch (change) {
                case VERDICT -> verdict();
                case NOTE -> note(opened);
                case ADD -> add();
                case MERGE -> merge();
                case PACK -> pack();
            };
            OUT.println(change.name().toLowerCase(Locale.ROOT) + " " + result);
        }
    }

    private String verdict() throws IOException {
        if (random.nextInt(5) == 0) {
            opened.undo();
        }
        Subject subject = Subject.sequence("INVITE " + random.nextInt(100, 700));
        Judgement judgement = Judgement.values()[random.nextInt(Judgement.values().length)];
        Place place = new Place("ab".repeat(32), 1 + random.nextInt(1000), "call");
        String note = "note ".repeat(random.nextInt(200));
        return opened.decide(subject, judgement, note, Optional.of(place)).id();
    }

    /// Three notes as one change.
    private String note(CaseFile to) throws IOException {
        String name = "n" + random.nextLong();
        Map<String, DialogNote> notes = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            notes.put(name + "-" + i, DialogNote.NONE.withMark(Optional.of(NoteMark.C))
                    .withTags(new TreeSet<>(List.of("one", "two", "three"))));
        }
        to.annotate(notes);
        return name;
    }

    /// Captures, files, a filter and an alias as one change, all with the same number.
    private String add() throws IOException {
        String number = "" + (1 + Integer.parseInt(opened.aliases().getOrDefault("number", "0")));
        CaseAddition addition = new CaseAddition(opened.file());
        for (String capture : List.of("one.pcap", "two.pcap")) {
            addition.capture(OpenedFile.of(opened.file().resolveSibling(capture)), RunMonitor.NONE);
        }
        for (String name : List.of("first", "second")) {
            byte[] content = new byte[random.nextInt(40_000)];
            random.nextBytes(content);
            addition.attachment(Attachment.Kind.OTHER, name + "-" + number, content);
            addition.attachment(Attachment.Kind.OTHER, name, number.getBytes(UTF_8));
        }
        addition.filter("number", number);
        addition.alias("number", number);
        opened.add(addition);
        return number;
    }

    /// The notes of an analyst whom nobody knows yet.
    private String merge() throws IOException {
        String analyst = "m" + random.nextLong();
        try (CaseFile to = Cases.open(other, analyst)) {
            note(to);
        }
        CaseMerge.merge(opened, other, Set.of(), RunMonitor.NONE);
        return analyst;
    }

    private String pack() throws IOException {
        String name = random.nextInt(1_000_000) + ".zip";
        OutputFile zip = OutputFile.at(opened.file().resolveSibling(name), OutputRules.CONFIRMED);
        CasePackage.write(opened, opened.evidence(), List.of(), zip, RunMonitor.NONE);
        return name;
    }
}
