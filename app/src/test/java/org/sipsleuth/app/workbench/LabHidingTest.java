package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.recipe.LabMaker;
import org.sipsleuth.lab.recipe.Recipes;
import org.sipsleuth.lab.session.LabMode;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.lab.LabsPage;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Nothing that a lab hides is on a page, in a tooltip, in the clipboard or in an export until it is
/// handed in. What there is to hide is found in a copy of the capture that belongs to no lab.
@ExtendWith(ApplicationExtension.class)
class LabHidingTest {

    /// Shorter texts stand on pages for other reasons: `scan` is the name of a lab.
    private static final int SHORTEST = 12;

    private static final int DIALOGS_LOOKED_AT = 12;

    @TempDir Path directory;
    private TestWindow window;
    private final Set<String> seen = new TreeSet<>();

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private void open(Path capture) {
        window.run(() -> window.workbench().captures().open(List.of(capture)));
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
        window.pause();
    }

    /// Of what a lab conceals: titles and stories of what is found, and the hints of all dialogs, unless
    /// one says no more than an outcome.
    private Set<String> facts(Set<Concealed> concealed) {
        Set<String> facts = new TreeSet<>();
        Investigation found = window.workbench().session().foundProperty().get().orElseThrow();
        boolean hidesFound = concealed.contains(Concealed.FINDINGS);
        for (Incident incident : hidesFound ? found.incidents() : List.<Incident>of()) {
            facts.add(incident.title().text());
            incident.stages().forEach(stage -> {
                facts.add(stage.did().text());
                facts.add(stage.result().text());
            });
        }
        (hidesFound ? found.findings() : List.<Finding>of())
                .forEach(finding -> facts.add(finding.statement().title().text()));
        SipIndex index = found.index();
        FieldReader fields = new FieldReader(index);
        int dialogs = concealed.contains(Concealed.HINTS) ? index.dialogs().size() : 0;
        for (int dialog = 0; dialog < dialogs; dialog++) {
            fields.hints(dialog).forEach(hint -> {
                facts.add(hint.hint().label());
                facts.add(hint.text());
            });
            facts.removeIf(fields.outcome(dialog).cause().text()::equalsIgnoreCase); // outcomes are not hidden
        }
        return facts.stream().filter(fact -> fact.length() >= SHORTEST).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Everything that the window says, on all its pages, about several dialogs.
    private void look(FxRobot robot) {
        SipIndex index = window.state().index().orElseThrow();
        List<Integer> dialogs = IntStream.range(0, index.dialogs().size()).boxed().toList();
        for (Page page : pages()) {
            window.run(() -> window.workbench().openPage(page.id()));
            window.pause();
            read();
        }
        window.run(() -> window.workbench().openPage(DialogsPage.ID));
        int step = Math.max(1, dialogs.size() / DIALOGS_LOOKED_AT);
        FieldReader fields = new FieldReader(index);
        IntStream some = IntStream.iterate(0, dialog -> dialog < dialogs.size(), dialog -> dialog + step);
        IntStream hinted = IntStream.range(0, dialogs.size()).filter(dialog -> !fields.hints(dialog).isEmpty());
        for (int dialog : IntStream.concat(some, hinted.limit(DIALOGS_LOOKED_AT)).distinct().toArray()) {
            int message = index.dialogs().firstMessage(dialog);
            Selection alone = Selection.NONE.withDialogs(List.of(dialog));
            for (Selection each : List.of(alone, alone.withMessages(List.of(message)))) {
                window.run(() -> window.workbench().selection().set(each));
                window.pause();
                read();
            }
        }
        copy(robot);
    }

    private List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        window.workbench().eachPage(pages::add);
        return pages;
    }

    private void read() {
        window.run(() -> List.copyOf(Window.getWindows())
                .forEach(each -> seen.addAll(ShownTexts.of(each.getScene().getRoot()).whole())));
    }

    /// All dialogs as text, as the list copies them.
    private void copy(FxRobot robot) {
        window.run(() -> robot.lookup("#dialogs-table").query().requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        window.pause();
        read();
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        window.run(() -> {
            String copied = Clipboard.getSystemClipboard().getString();
            assertTrue(copied != null && copied.lines().count() > 1, "nothing is copied: " + copied);
            seen.add(copied);
        });
    }

    /// The texts that state facts, for the message of a failure.
    private String where(Set<String> facts) {
        return seen.stream()
                .filter(text -> facts.stream()
                        .anyMatch(fact -> text.toLowerCase(Locale.ROOT).contains(fact.toLowerCase(Locale.ROOT))))
                .toList()
                .toString();
    }

    private List<String> told(Set<String> facts) {
        return facts.stream()
                .filter(fact -> seen.stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(fact.toLowerCase(Locale.ROOT))))
                .toList();
    }

    private void everythingIsHiddenUntilHandedIn(String lab, FxRobot robot) throws Exception {
        Path folder = directory.resolve("lab");
        LabFolder made = LabMaker.practice(Recipes.named(lab).orElseThrow(), 4711, folder, RunMonitor.NONE);
        Set<String> secrets = explanations(made);
        Optional<Path> capture = made.lab()
                .captures()
                .stream()
                .filter(each -> !each.isCallRecords())
                .map(each -> folder.resolve(each.file()))
                .findFirst();
        if (capture.isEmpty()) { // there is nothing to find in call records, but the answers
            window.run(() -> window.workbench().page(LabsPage.class).open(folder));
            waitUntil(() -> isThere(robot, "#lab-banner"));
            lookEverywhere(robot);
            assertEquals(List.of(), told(secrets), () -> where(secrets));
            return;
        }
        Path plain = Files.createDirectory(directory.resolve("plain")).resolve("other.pcap");
        Files.copy(capture.get(), plain);
        open(plain);
        Set<Concealed> concealed = LabMode.concealed(made.lab().hidden()::contains);
        Set<String> facts = facts(concealed);
        Set<String> truths = new TreeSet<>();
        IndexTruth.read(CaptureIndexer.read(List.of(capture.get()), RunMonitor.NONE), RunMonitor.NONE)
                .attacks()
                .forEach(each -> truths.add(each.attack().story()));
        facts.addAll(truths);
        look(robot);
        List<String> stated = told(facts);
        assertTrue(facts.isEmpty() || !stated.isEmpty(), "the window states nothing of " + facts);
        facts.addAll(secrets);

        seen.clear();
        open(capture.get());
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            window.run(() -> window.workbench().look().themeProperty().set(theme));
            look(robot);
        }
        menus(robot, concealed);
        assertEquals(List.of(), told(facts), () -> where(facts));
        assertEquals(List.of(), inFiles(facts, folder));
        if (concealed.contains(Concealed.FINDINGS)) {
            assertTrue(seen.stream().anyMatch(text -> text.startsWith("Overview is locked")), "no page is locked");
            assertTrue(window.workbench().session().foundProperty().get().isEmpty());
            assertThrows(FilterSyntaxException.class, () -> filter("incident.kind == \"x\""));
            exportsAreRefused();
        }
        if (concealed.contains(Concealed.HINTS)) {
            assertThrows(FilterSyntaxException.class, () -> filter("hint.no_ack"));
            assertFalse(presets(robot).contains("No ACK"), "a preset asks for what is hidden");
        }
        assertTrue(presets(robot).contains("Slow set-up"), presets(robot).toString());
        assertFalse(robot.lookup("#truth").query().isVisible() && isThere(robot, "#truth"));
        window.run(() -> robot.lookup("#lab-handin").queryAs(ButtonBase.class).fire());
        window.run(() -> robot.lookup("#lab-handin-yes").queryAs(ButtonBase.class).fire());
        waitUntil(() -> window.state() instanceof Shown
                && window.workbench().session().foundProperty().get().isPresent());
        waitUntil(() -> window.workbench().isAtRest());
        window.pause();
        seen.clear();
        look(robot);
        List<String> again = told(facts);
        if (!again.containsAll(stated)) { // a page that was slow to compute what it shows
            look(robot);
            again = told(facts);
        }
        List<String> told = again;
        assertEquals(List.of(), stated.stream().filter(fact -> !told.contains(fact)).toList());
        waitUntil(() -> isThere(robot, "#truth"));
    }

    /// Why the answers are so, as the key states it.
    private static Set<String> explanations(LabFolder lab) throws Exception {
        return lab.key()
                .orElseThrow()
                .entries()
                .values()
                .stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.explanation()), entry.mistakes().values().stream()))
                .filter(text -> text.length() >= SHORTEST)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Of a lab without a capture.
    private void lookEverywhere(FxRobot robot) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            window.run(() -> window.workbench().look().themeProperty().set(theme));
            for (Page page : pages()) {
                window.run(() -> window.workbench().openPage(page.id()));
                window.pause();
                read();
            }
        }
    }

    /// What the palette, the menu of groups and copied commands state.
    private void menus(FxRobot robot, Set<Concealed> concealed) {
        window.run(() -> window.workbench().openPage(DialogsPage.ID));
        List<String> groups = new ArrayList<>();
        window.run(() -> robot.lookup("#dialogs-groups")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(MenuItem::isVisible)
                .forEach(item -> groups.add(String.valueOf(item.getId()))));
        assertTrue(groups.contains("group-caller"), groups.toString());
        assertEquals(concealed.contains(Concealed.FINDINGS), !groups.contains("group-problem"), groups.toString());
        assertEquals(concealed.contains(Concealed.HINTS), !groups.contains("group-hints"), groups.toString());
        assertFalse(groups.contains("group-truth"), groups.toString());
        window.run(() -> window.workbench().showPalette());
        List<?> offered = robot.lookup("#palette-found").queryListView().getItems();
        assertTrue(offered.toString().contains("Slow set-up"), offered.toString());
        assertEquals(concealed.contains(Concealed.HINTS), !offered.toString().contains("No ACK"), offered.toString());
        window.run(() -> window.workbench().escape());
        for (Page page : pages()) {
            window.run(() -> {
                window.workbench().openPage(page.id());
                Clipboard.getSystemClipboard().clear();
                window.workbench().copyCommand();
                String copied = Clipboard.getSystemClipboard().getString();
                assertTrue(copied == null || !window.workbench().isLocked(page.id()), page.id() + ": " + copied);
                seen.add(String.valueOf(copied));
            });
            read();
        }
    }

    /// The files of settings and cache that state a fact; the lab's own are the student's or the key.
    private List<String> inFiles(Set<String> facts, Path lab) throws Exception {
        List<String> stating = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.startsWith(lab) && !each.startsWith(directory.resolve("plain")))
                    .toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                facts.stream()
                        .filter(fact -> text.contains(fact.toLowerCase(Locale.ROOT)))
                        .forEach(fact -> stating.add(file + ": " + fact));
            }
        }
        return stating;
    }

    private static boolean isThere(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(LabHidingTest::isShown).isPresent();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private void filter(String text) throws FilterSyntaxException {
        List<FilterSyntaxException> wrong = new ArrayList<>();
        window.run(() -> {
            try {
                window.workbench().filter().apply(text);
            } catch (FilterSyntaxException unknown) {
                wrong.add(unknown);
            }
        });
        if (!wrong.isEmpty()) {
            throw wrong.getFirst();
        }
    }

    /// The entries of the menu of filters, as when it is opened.
    private List<String> presets(FxRobot robot) {
        List<String> names = new ArrayList<>();
        window.run(() -> {
            MenuButton menu = robot.lookup("#filter-menu").queryAs(MenuButton.class);
            menu.getOnShowing().handle(null);
            menu.getItems().forEach(item -> names.add(String.valueOf(item.getText())));
        });
        return names;
    }

    private String shownTexts() {
        return ShownTexts.of(window.workbench().root()).whole().toString();
    }

    /// No format writes anything, as there is nothing to write.
    private void exportsAreRefused() throws Exception {
        window.run(() -> window.workbench().incidentExport().commands().forEach(each -> each.action().run()));
        window.pause();
        assertTrue(shownTexts().contains("The lab keeps incidents back until it is handed in."), shownTexts());
        try (Stream<Path> files = Files.walk(directory)) {
            assertEquals(List.of(),
                    files.filter(file -> file.toString().matches(".*\\.(html|pdf|json|csv|stix)$"))
                            .filter(file -> !file.startsWith(directory.resolve("lab")))
                            .filter(file -> !file.startsWith(directory.resolve("config")))
                            .toList());
        }
    }

    static Stream<String> labs() {
        return Recipes.all().stream().map(recipe -> recipe.syllabus().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"guess-and-use", "why-did-it-drop"})
    void twoLabs(String lab, FxRobot robot) throws Exception {
        everythingIsHiddenUntilHandedIn(lab, robot);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("labs")
    void everyLab(String lab, FxRobot robot) throws Exception {
        everythingIsHiddenUntilHandedIn(lab, robot);
    }
}
