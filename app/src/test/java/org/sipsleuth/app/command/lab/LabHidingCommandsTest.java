package org.sipsleuth.app.command.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.command.JsonText;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.recipe.Recipes;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.read.IndexTruth;

/// No command prints or writes what a lab hides, for any capture of any lab. What there is to hide is
/// found in a copy of the capture that belongs to no lab.
class LabHidingCommandsTest {

    /// Shorter texts stand in messages and on lines for other reasons.
    private static final int SHORTEST = 12;

    private static final String ALL_FIELDS = "call_id,outcome,cause,hints,reason,earlier_calls,problem.title";

    @TempDir private Path folder = Path.of("");

    static Stream<String> labs() {
        return Recipes.all().stream().map(recipe -> recipe.syllabus().id());
    }

    private static Run run(String... arguments) {
        return Run.of(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"why-did-it-drop", "toll-fraud-records"})
    void nothingHiddenIsStated(String id) throws Exception {
        check(id);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("labs")
    void nothingHiddenIsStatedByAnyLab(String id) throws Exception {
        check(id);
    }

    private void check(String id) throws IOException {
        String room = folder.resolve("lab").toString();
        assertEquals(0, run("lab", "make", id, "--seed", "11", "-o", room, "--quiet").code());
        LabFolder lab = LabFolder.open(Path.of(room));
        Path plain = Files.createDirectory(folder.resolve("plain"));
        for (var each : lab.lab().captures()) {
            Files.copy(lab.folder().resolve(each.file()), plain.resolve("copy-of-" + each.file()));
            if (!each.isCallRecords()) {
                Path capture = lab.folder().resolve(each.file());
                Set<String> facts = facts(lab, capture, plain.resolve("copy-of-" + each.file()));
                String stated = states(commands(plain.resolve("copy-of-" + each.file()), plain), facts).toString();
                assertTrue(facts.isEmpty() || !stated.equals("[]"), "nothing states " + facts);
                Path written = Files.createDirectory(folder.resolve("written-" + each.file()));
                assertEquals(List.of(), states(commands(capture, written), facts));
                assertEquals(List.of(), states(written, facts));
            } else if (lab.lab().hidden().contains(HiddenFact.FINDINGS)) {
                String table = lab.folder().resolve(each.file()).toString();
                assertEquals(2, run("calls", "--csv-records", "--users", table).code());
                assertFalse(run("calls", "--csv-records", table, "--format", "csv").out().contains("flagged"));
            }
        }
    }

    /// What the lab hides of a capture.
    private static Set<String> facts(LabFolder lab, Path capture, Path copy) throws IOException {
        Set<String> facts = new TreeSet<>();
        Set<HiddenFact> hidden = lab.lab().hidden();
        if (hidden.contains(HiddenFact.INCIDENTS)) {
            Map<String, Object> found = JsonText.object(run("analyze", copy.toString(), "--format", "json").out());
            facts.addAll(texts(found.get("incidents"), "title"));
            facts.addAll(texts(found.get("findings"), "title"));
        }
        if (hidden.contains(HiddenFact.PROBLEMS)) {
            Object problems = JsonText.value(run("problems", copy.toString(), "--format", "json").out());
            facts.addAll(texts(problems, "title"));
            facts.addAll(texts(problems, "sentence"));
        }
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        if (hidden.contains(HiddenFact.HINTS)) {
            FieldReader fields = new FieldReader(CaptureIndexer.read(List.of(copy), RunMonitor.NONE));
            for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
                fields.hints(dialog).forEach(hint -> facts.add(hint.text()));
            }
        }
        IndexTruth.read(index, RunMonitor.NONE).attacks().forEach(each -> facts.add(each.attack().story()));
        facts.removeIf(fact -> fact.length() < SHORTEST);
        return facts;
    }

    private static List<String> texts(Object rows, String key) {
        Object list = rows instanceof Map<?, ?> object ? object.values().iterator().next() : rows;
        return list instanceof Collection<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(row -> String.valueOf(((Map<?, ?>) row).get(key)))
                        .toList()
                : List.of();
    }

    /// A line for each thing that a command does with a capture.
    ///
    /// @param out where they write
    private static List<List<String>> commands(Path file, Path out) {
        String capture = file.toString();
        String kept = out.resolve("kept.case").toString();
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of(capture));
        for (String command : List.of("info", "messages", "dialogs", "calls", "ladder", "statistics", "lint", "beliefs",
                "problems", "triage", "replay", "analyze")) {
            commands.add(List.of(command, capture));
            commands.add(List.of(command, capture, "--format", "json"));
        }
        commands.add(List.of("dialogs", capture, "--columns", ALL_FIELDS, "--format", "csv"));
        commands.add(List.of("dialogs", capture, "--columns", "call_id,cause,hints,reason", "--format", "csv"));
        commands.add(List.of("dialogs", capture, "--legs"));
        commands.add(List.of("messages", capture, "--model", "shipped", "--filter", "dialog.unknown == 1"));
        commands.add(List.of("calls", capture, "--users"));
        for (String id : callIds(file)) {
            commands.add(List.of("ladder", capture, "--call-id", id, "--notes", "--media", "--states"));
        }
        commands.add(List.of("analyze", capture, "-o", out.resolve("report.html").toString(), "--force"));
        commands.add(List.of("replay", capture, "--truth"));
        commands.add(List.of("replay", capture, "--incidents"));
        commands.add(List.of("export", capture, "-o", out.resolve("copy.pcapng").toString(), "--force"));
        commands.add(List.of("signatures", "derive", out.resolve("b.json").toString(), capture, "--clean", capture));
        for (String method : List.of("belief", "flood", "social")) {
            commands.add(List.of("train", method, capture, "-o", out.resolve(method + ".model").toString(), "--force"));
        }
        commands.add(List.of("evaluate", "incidents", capture, "--quick"));
        commands.add(List.of("evaluate", "sequence", "--clean", capture));
        commands.add(List.of("case", "create", kept, capture));
        commands.add(List.of("case", "show", kept));
        commands.add(List.of("case", "judge", kept, capture, "--row", "1", "--as", "safe"));
        commands.add(List.of("case", "report", kept));
        commands.add(List.of("case", "report", kept, "-o", out.resolve("case.html").toString(), "--force"));
        commands.add(List.of("case", "log", kept));
        return commands;
    }

    /// Some of its dialogs: the first ones, and those with most messages.
    private static List<String> callIds(Path file) {
        return Run.of("dialogs", file.toString(), "--columns", "messages,call_id", "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .sorted((one, other) -> messages(other) - messages(one))
                .limit(5)
                .map(row -> row.substring(row.indexOf(',') + 1))
                .toList();
    }

    private static int messages(String row) {
        return Integer.parseInt(row.substring(0, row.indexOf(',')));
    }

    private static List<String> states(List<List<String>> commands, Set<String> facts) {
        List<String> stated = new ArrayList<>();
        for (List<String> command : commands) {
            Run run = run(command.toArray(String[]::new));
            said(run.out() + run.err(), facts).forEach(fact -> stated.add(String.join(" ", command) + ": " + fact));
        }
        return stated;
    }

    private static List<String> said(String text, Set<String> facts) {
        String all = text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return facts.stream().filter(fact -> all.contains(fact.toLowerCase(Locale.ROOT))).toList();
    }

    /// What the files in a folder state.
    private static List<String> states(Path written, Set<String> facts) throws IOException {
        List<String> stated = new ArrayList<>();
        try (Stream<Path> files = Files.walk(written)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                said(Files.readString(file, StandardCharsets.ISO_8859_1), facts)
                        .forEach(fact -> stated.add(file.getFileName() + ": " + fact));
            }
        }
        return stated;
    }
}
