package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.sipsleuth.app.command.exchange.AnalysisOutput;
import org.sipsleuth.app.command.exchange.ReportRequest;
import org.sipsleuth.app.command.input.FileDigests;
import org.sipsleuth.app.command.investigate.AnalysisFormat;
import org.sipsleuth.app.command.investigate.AnalysisParts;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the incidents of the open captures into a file, as `analyze --incidents -o` does. Used on
/// the JavaFX thread; files are written elsewhere.
final class IncidentExport {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentExport.class);
    private static final AnalysisParts INCIDENTS = new AnalysisParts(true, false);

    /// Reports, and formats that are data; text is copied from the page of an incident.
    private static final List<AnalysisFormat> FORMATS =
            List.of(
                    AnalysisFormat.HTML,
                    AnalysisFormat.PDF,
                    AnalysisFormat.JSON,
                    AnalysisFormat.JSONL,
                    AnalysisFormat.CSV,
                    AnalysisFormat.ECS,
                    AnalysisFormat.STIX);

    private final Methods methods;
    private final Supplier<Optional<Investigation>> found;
    private final Function<FileChoice.Kind, FileChoice> files;
    private final Supplier<Window> window;
    private final Executor background;
    private final Consumer<Optional<Notice>> notices;
    private final Supplier<CaseRecord> record;

    /// @param methods that looked
    /// @param record what analysts concluded, for reports
    /// @param found what is exported; empty while captures are read, or packets still arrive
    /// @param files asks where to, also whether a file may be replaced
    /// @param notices shows where the file is, or why there is none
    IncidentExport(
            Methods methods,
            Supplier<CaseRecord> record,
            Supplier<Optional<Investigation>> found,
            Function<FileChoice.Kind, FileChoice> files,
            Supplier<Window> window,
            Executor background,
            Consumer<Optional<Notice>> notices) {
        this.methods = methods;
        this.record = record;
        this.found = found;
        this.files = files;
        this.window = window;
        this.background = background;
        this.notices = notices;
    }

    /// A menu entry for each format.
    ///
    /// @param before is done first, such as closing the page that the entries are on
    List<MenuItem> menuItems(Runnable before) {
        return FORMATS.stream().map(format -> menuItem(format, before)).toList();
    }

    private MenuItem menuItem(AnalysisFormat format, Runnable before) {
        MenuItem item = new MenuItem(text("incidents.export." + format));
        item.setId("export-incidents-" + format);
        item.setOnAction(
                _ -> {
                    before.run();
                    ask(format);
                });
        return item;
    }

    /// A command for each format.
    List<Command> commands() {
        return FORMATS.stream()
                .map(
                        format ->
                                Command.of(
                                        "incidents.export." + format,
                                        text(
                                                "incidents.export.command",
                                                text("incidents.export." + format)),
                                        "",
                                        () -> ask(format)))
                .toList();
    }

    private void ask(AnalysisFormat format) {
        Optional<Investigation> now = found.get();
        if (now.isEmpty()) {
            show(Notice.Tone.WARNING, text("incidents.export.too.early"), List.of());
            return;
        }
        String ending = text("incidents.export." + format + ".ending");
        FileChoice.Kind kind =
                new FileChoice.Kind(
                        "incidents.directory", "incidents.chooser.", List.of("*" + ending));
        String name = text("incidents.export.name", name(now.get())) + ending;
        files.apply(kind)
                .toSave(window.get(), name)
                .ifPresent(file -> write(now.get(), format, file));
    }

    private static String name(Investigation investigation) {
        String name = FileName.last(investigation.index().files().getFirst().path());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// Writes a file that the user chose. Captures that are open are never replaced.
    void write(Investigation investigation, AnalysisFormat format, Path file) {
        ReportRequest report = ReportRequest.standard(record.get());
        RunTask<Path> task =
                new RunTask<>(
                        _ -> {
                            OutputFile.at(file, ExportOutput.confirmed(investigation.index()))
                                    .write(out -> write(investigation, format, report, out));
                            return file;
                        });
        task.setOnSucceeded(
                _ ->
                        show(
                                Notice.Tone.INFORMATION,
                                text(
                                        "incidents.export.done",
                                        investigation.incidents().size(),
                                        FileName.text(file)),
                                List.of()));
        task.setOnFailed(_ -> showFailure(task.getException()));
        background.execute(task);
    }

    private void write(
            Investigation investigation,
            AnalysisFormat format,
            ReportRequest report,
            OutputStream out)
            throws IOException {
        FileDigests digests =
                FileDigests.begin(
                        investigation.index().files().stream()
                                .map(CaptureSummary::path)
                                .map(FileName::string)
                                .toList());
        new AnalysisOutput(format, INCIDENTS, methods, false, false, report)
                .write(investigation, digests, Terminal.system().into(out));
        investigation.index().opened().check();
    }

    private void showFailure(Throwable cause) {
        FailureLog.warn(LOG, "Incidents not exported", cause);
        show(
                Notice.Tone.ERROR,
                text("incidents.export.failed"),
                List.of(
                        cause instanceof IOException
                                ? String.valueOf(cause.getMessage())
                                : text("incidents.export.failed.advice")));
    }

    private void show(Notice.Tone tone, String title, List<String> paragraphs) {
        notices.accept(Optional.of(new Notice(tone, title, paragraphs, List.of())));
    }
}
