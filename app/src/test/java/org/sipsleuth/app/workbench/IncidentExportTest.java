package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.exchange.InvestigationFormat;
import org.sipsleuth.report.exchange.InvestigationFormats;
import org.sipsleuth.report.investigation.ReportLanguage;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.view.ui.command.Command;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Incidents exported from the window.
@ExtendWith(ApplicationExtension.class)
class IncidentExportTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.staysOnOverview();
        window.show(stage);
    }

    private Investigation open(FxRobot robot, Path capture) {
        window.open(capture);
        waitUntil(() -> window.workbench().isAtRest());
        waitUntil(() -> robot.lookup("#incident-exports").query().isVisible());
        return window.workbench().session().foundProperty().get().orElseThrow();
    }

    private static boolean isShown(FxRobot robot, String words) {
        return robot.lookup((Predicate<Node>) Labeled.class::isInstance)
                .queryAllAs(Labeled.class)
                .stream()
                .anyMatch(each -> each.getText() != null && each.getText().contains(words));
    }

    @Test
    void filesAreThoseOfAnalyze(FxRobot robot) throws IOException {
        Path capture = window.sample("incident.pcap");
        Investigation found = open(robot, capture);
        List<String> offered = robot.lookup("#incident-exports")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .map(MenuItem::getId)
                .toList();
        for (InvestigationFormat format : InvestigationFormats.ofFiles().toList()) {
            assertTrue(offered.contains("export-incidents-" + format.word()), offered.toString());
            Path file = directory.resolve("window." + format.word());
            window.run(() -> window.workbench().incidentExport().write(found, format, ReportSettings.STANDARD, file));
            String done = format.isReport() ? "Report written to " : "1 incident written to ";
            waitUntil(() -> isShown(robot, done + file));
            Path expected = directory.resolve("analyze." + format.word());
            Run run = Run.of("analyze", capture.toString(), "--incidents", "--format", format.word(), "-o",
                    expected.toString());
            assertEquals(0, run.code(), run.err());
            if (format.isReport()) {
                assertEquals(withoutTime(expected), withoutTime(file));
            } else {
                assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(file), format.word());
            }
        }
    }

    /// Edge tries hundreds of combinations on all threads of the common pool.
    @Test
    void aReportDoesNotWaitForWhatKeepsAllProcessorsBusy(FxRobot robot) throws IOException {
        Investigation found = open(robot, window.sample("incident.pcap"));
        Path file = directory.resolve("window.html");
        CountDownLatch written = new CountDownLatch(1);
        for (int thread = 0; thread < ForkJoinPool.getCommonPoolParallelism(); thread++) {
            ForkJoinPool.commonPool().execute(() -> {
                try {
                    written.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        try {
            window.run(() -> window.workbench()
                    .incidentExport()
                    .write(found, format("html"), ReportSettings.STANDARD, file));
            waitUntil(() -> isShown(robot, "Report written to " + file));
        } finally {
            written.countDown();
        }
    }

    @Test
    void aGermanReportIsThatOfAnalyze(FxRobot robot) throws IOException {
        Path capture = window.sample("incident.pcap");
        Investigation found = open(robot, capture);
        ReportSettings standard = ReportSettings.STANDARD;
        ReportSettings german = new ReportSettings(ReportLanguage.GERMAN, standard.sections(), "", Optional.empty());
        Path file = directory.resolve("window.html");
        window.run(() -> window.workbench().incidentExport().write(found, format("html"), german, file));
        waitUntil(() -> isShown(robot, "Report written to " + file));
        Path expected = directory.resolve("analyze.html");
        Run run = Run.of("analyze", capture.toString(), "--language", "de", "-o", expected.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(withoutTime(expected), withoutTime(file));
    }

    private static InvestigationFormat format(String word) {
        return InvestigationFormats.ofFile("report." + word).orElseThrow();
    }

    /// The lines of a report without that of its making, the only one that may differ.
    private static List<String> withoutTime(Path report) throws IOException {
        String text;
        if (report.toString().endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(report.toFile())) {
                text = new PDFTextStripper().getText(document);
            }
        } else {
            text = Files.readString(report);
        }
        List<String> lines =
                text.lines().filter(line -> !line.matches(".*\\d{4}-\\d\\d-\\d\\d [0-9:]{8} UTC.*")).toList();
        assertTrue(lines.size() > 100, text);
        return lines;
    }

    @Test
    void theReportIsAsItWasChosen(FxRobot robot) throws IOException {
        open(robot, window.sample("incident.pcap"));
        Path file = directory.resolve("german.html");
        window.desktop().willChoose(file);
        window.run(() -> robot.lookup("#incident-exports")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(item -> "export-incidents-html".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        window.checkLegible("report-choices");
        window.run(() -> {
            robot.lookup("#report-language").queryAs(ComboBox.class).getSelectionModel().selectLast();
            robot.lookup("#report-section-glossary").queryAs(CheckBox.class).setSelected(false);
            robot.lookup("#report-number").queryAs(TextField.class).setText("2026/17");
        });
        robot.clickOn("#report-save");
        waitUntil(() -> isShown(robot, "Report written to " + file));
        assertTrue(robot.lookup("#report-choices").tryQuery().isEmpty());
        String page = Files.readString(file);
        assertTrue(page.contains("<html lang=\"de\"") || page.contains("lang=\"de\""), "German");
        assertTrue(page.contains("2026/17"));
        assertFalse(page.contains("id=\"glossary\""), "no glossary");
        assertTrue(page.contains("id=\"incidents\""), "incidents");
    }

    @Test
    void thePageOfExportsAndThePaletteOfferEveryFormat(FxRobot robot) throws IOException {
        open(robot, window.sample("incident.pcap"));
        List<String> words = window.workbench()
                .commandGroups()
                .stream()
                .flatMap(group -> group.commands().stream())
                .map(Command::words)
                .toList();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        waitUntil(() -> robot.lookup("#export-incidents").tryQuery().isPresent());
        List<String> offered = robot.lookup("#export-incidents")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .map(MenuItem::getId)
                .toList();
        assertEquals(InvestigationFormats.ofFiles().map(format -> "export-incidents-" + format.word()).toList(),
                offered);
        assertTrue(words.contains("Export incidents as STIX 2.1…"), words.toString());
        assertEquals(offered.size(), words.stream().filter(each -> each.startsWith("Export incidents as")).count());
        window.checkLegible("incident-export-page");
    }

    @Test
    void anOpenCaptureIsNeverReplaced(FxRobot robot) throws IOException {
        Path capture = window.sample("incident.pcap");
        byte[] evidence = Files.readAllBytes(capture);
        Investigation found = open(robot, capture);
        window.run(() -> window.workbench()
                .incidentExport()
                .write(found, format("json"), ReportSettings.STANDARD, capture));
        waitUntil(() -> isShown(robot, "The incidents were not exported"));
        assertArrayEquals(evidence, Files.readAllBytes(capture));
    }
}
