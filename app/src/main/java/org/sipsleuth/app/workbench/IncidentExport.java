package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.app.workbench.report.ReportChoices;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.exchange.AnalysisParts;
import org.sipsleuth.report.exchange.ExchangeRequest;
import org.sipsleuth.report.exchange.InvestigationFormat;
import org.sipsleuth.report.exchange.InvestigationFormats;
import org.sipsleuth.report.exchange.ReportRequest;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.WindowFaults;
import org.sipsleuth.view.ui.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the incidents of the open captures into a file, as `analyze --incidents -o` does. Used on
/// the JavaFX thread; files are written elsewhere.
final class IncidentExport {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentExport.class);
    private static final AnalysisParts INCIDENTS = new AnalysisParts(true, false);

    private final Methods methods;
    private final Supplier<Optional<Investigation>> found;
    private final BooleanSupplier isConcealed;
    private final Function<FileChoice.Kind, FileChoice> files;
    private final Supplier<Window> window;
    private final Executor background;
    private final Consumer<Optional<Notice>> notices;
    private final Supplier<CaseRecord> record;
    private final ReportChoices choices;
    private final Consumer<Node> showPage;
    private final Runnable hidePage;
    private final Supplier<String> caseName;

    /// @param methods that looked
    /// @param record what analysts concluded, for reports
    /// @param caseName of the open case; empty without one
    /// @param found what is exported; empty while captures are read, or packets still arrive
    /// @param isConcealed whether a lab keeps what is found back
    /// @param files asks where to, also whether a file may be replaced
    /// @param notices shows where the file is, or why it was not written
    /// @param memory what was chosen for earlier reports
    /// @param showPage shows a page over all else
    /// @param hidePage takes it away
    IncidentExport(Methods methods, Supplier<CaseRecord> record, Supplier<String> caseName,
            Supplier<Optional<Investigation>> found, BooleanSupplier isConcealed,
            Function<FileChoice.Kind, FileChoice> files, Supplier<Window> window, Executor background,
            Consumer<Optional<Notice>> notices, Memory memory, Consumer<Node> showPage, Runnable hidePage) {
        this.methods = methods;
        this.caseName = caseName;
        this.showPage = showPage;
        this.hidePage = hidePage;
        choices = new ReportChoices(memory, files, background, hidePage);
        this.record = record;
        this.found = found;
        this.isConcealed = isConcealed;
        this.files = files;
        this.window = window;
        this.background = background;
        this.notices = notices;
    }

    /// A menu entry for each format.
    ///
    /// @param before is done first, such as closing the page that the entries are on
    List<MenuItem> menuItems(Runnable before) {
        return InvestigationFormats.ofFiles().map(format -> menuItem(format, before)).toList();
    }

    private MenuItem menuItem(InvestigationFormat format, Runnable before) {
        MenuItem item = new MenuItem(format.title() + "…");
        item.setId("export-incidents-" + format.word());
        item.setOnAction(_ -> {
            before.run();
            ask(format);
        });
        return item;
    }

    /// A command for each format.
    List<Command> commands() {
        return InvestigationFormats.ofFiles()
                .map(format -> Command.of("workbench.incidents.export." + format.word(),
                        text("workbench.incidents.export.command", format.title() + "…"), "", () -> ask(format)))
                .toList();
    }

    /// Asks for a report, in the first format of reports.
    void report() {
        InvestigationFormats.ofFiles().filter(InvestigationFormat::isReport).findFirst().ifPresent(this::ask);
    }

    private void ask(InvestigationFormat format) {
        Optional<Investigation> now = found.get();
        if (now.isEmpty()) {
            show(Notice.Tone.WARNING, text(isConcealed.getAsBoolean() ? "workbench.incidents.export.concealed"
                    : "workbench.incidents.export.too.early"), List.of());
            return;
        }
        if (format.isReport()) {
            choices.ask(format.title(), caseName.get(), settings -> askForFile(now.get(), format, settings));
            showPage.accept(choices.root());
            choices.focus();
        } else {
            askForFile(now.get(), format, ReportSettings.STANDARD);
        }
    }

    private void askForFile(Investigation investigation, InvestigationFormat format, ReportSettings settings) {
        FileChoice.Kind kind = new FileChoice.Kind("incidents.directory",
                format.isReport() ? "workbench.report.chooser." : "workbench.incidents.chooser.",
                List.of("*" + format.ending()));
        String name = text(format.isReport() ? "workbench.report.name" : "workbench.incidents.export.name",
                name(investigation)) + format.ending();
        files.apply(kind).toSave(window.get(), name).ifPresent(file -> write(investigation, format, settings, file));
    }

    private static String name(Investigation investigation) {
        String name = FileName.last(investigation.index().files().getFirst().path());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// Writes a file that the user chose. Captures that are open are never replaced.
    void write(Investigation investigation, InvestigationFormat format, ReportSettings settings, Path file) {
        ReportRequest report = new ReportRequest(settings, Instant.now(), List.of(), record.get(), Optional.empty());
        RunTask<Path> task = new RunTask<>(monitor -> {
            OutputFile.at(file, ExportOutput.confirmed(investigation.index()))
                    .write(out -> write(investigation, format, report, out, monitor));
            return file;
        });
        task.setOnSucceeded(_ -> {
            hideChoices();
            show(Notice.Tone.INFORMATION, format.isReport() ? text("workbench.report.done", FileName.text(file))
                    : text("workbench.incidents.export.done", investigation.incidents().size(), FileName.text(file)),
                    List.of());
        });
        task.setOnFailed(_ -> {
            hideChoices(); // the notice is below
            showFailure(task.getException());
        });
        if (format.isReport()) {
            choices.follow(task);
        }
        background.execute(task);
    }

    /// Another page may lie over the window by now.
    private void hideChoices() {
        if (choices.root().getScene() != null) {
            hidePage.run();
        }
    }

    /// Ends in a cancellation once the user asked for it.
    private static final class Cancellable extends FilterOutputStream {

        private final RunMonitor monitor;

        Cancellable(OutputStream out, RunMonitor monitor) {
            super(out);
            this.monitor = monitor;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            monitor.throwIfCancelled();
            out.write(bytes, from, length);
        }
    }

    private void write(Investigation investigation, InvestigationFormat format, ReportRequest report, OutputStream out,
            RunMonitor monitor) throws IOException {
        String writing = text("workbench.report.writing");
        monitor.progress(new Progress(writing, 0, -1));
        FileDigests digests = FileDigests
                .begin(investigation.index().files().stream().map(CaptureSummary::path).map(FileName::string).toList());
        Function<CaptureSummary, String> digest = capture -> {
            monitor.progress(new Progress(text("workbench.report.hashing"), 0, -1));
            String known = digests.of(capture);
            monitor.progress(new Progress(writing, 0, -1));
            return known;
        };
        format.write(investigation,
                new ExchangeRequest(INCIDENTS, methods, false, false, digest, WindowFaults.SINK, report),
                Destination.ofFile(new Cancellable(out, monitor)));
        investigation.index().opened().check();
    }

    private void showFailure(Throwable cause) {
        FailureLog.warn(LOG, "Incidents not exported", cause);
        show(Notice.Tone.ERROR, text("workbench.incidents.export.failed"),
                List.of(cause instanceof IOException ? String.valueOf(cause.getMessage())
                        : text("workbench.incidents.export.failed.advice")));
    }

    private void show(Notice.Tone tone, String title, List<String> paragraphs) {
        notices.accept(Optional.of(new Notice(tone, title, paragraphs, List.of())));
    }
}
