package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.app.command.casefile.CaseEvidence;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.input.DialogChoice;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.casefile.CaseExcerpt;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.CasePackage;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.CaptureExport;
import org.sipsleuth.export.ExportException;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.export.Exported;
import org.sipsleuth.export.anonymize.AnonymizedExport;
import org.sipsleuth.file.EvidenceKind;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.text.FileName;

/// `sipsleuth case pack` of some dialogs: a new case whose evidence is a capture with their frames,
/// or an anonymised copy, in a zip.
///
/// @param options of the command
/// @param anonymization whether the copy is anonymised
/// @param callIds of the dialogs; empty for all that fit the filter
/// @param hasMedia whether their RTP and RTCP comes along
record DialogPack(Terminal terminal, CommonOptions options, AnonymizationOptions anonymization, List<String> callIds,
        boolean hasMedia) {

    private static final String CASE = "case.case";

    /// Whether some dialogs are wanted, not all evidence as it is.
    boolean isWanted() {
        return options.filter().isGiven() || anonymization.areGiven() || !callIds.isEmpty() || hasMedia;
    }

    /// Writes the zip to the result of the command.
    ///
    /// @param folders where captures may be that are no longer where they were seen
    int write(CaseFile opened, List<Path> folders) throws IOException {
        try {
            anonymization.check();
            if (anonymization.areWanted()) {
                if (!anonymization.isKeyReadable(terminal)) {
                    return ExitCode.UNREADABLE_INPUT;
                }
                anonymization.checkKey(target());
            }
            return pack(opened, folders);
        } catch (ExportException refused) {
            terminal.report("case pack: " + refused.getMessage());
            return ExitCode.WRONG_USAGE;
        }
    }

    private Path target() {
        return FileName.path(options.resultFile().orElse(StandardOutput.NAME));
    }

    private int pack(CaseFile opened, List<Path> folders) throws IOException {
        FilterOption filter = options.filter();
        Optional<Filter> wanted = filter.read(terminal, List.of(FilterOption.SHIPPED_MODELS));
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        if (!CaseEvidence.isIntact(opened, terminal)) {
            return ExitCode.UNREADABLE_INPUT;
        }
        Optional<CaseEvidence> evidence;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            evidence = CaseEvidence.find(opened, folders, progress, terminal);
        }
        if (evidence.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        options.checkResult(options.outputRules(
                Stream.concat(evidence.get().paths().stream(), anonymization.inputs().stream().map(FileName::string))
                        .toList())
                .making(EvidenceKind.PACKED_CASE));
        CaptureFiles reader = options.captureFiles(terminal);
        Optional<CaseEvidence.Read> read = evidence.get().read(reader, terminal);
        if (read.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        Optional<int[]> dialogs = dialogs(read.get().index(), wanted.get());
        if (dialogs.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        Path folder = Files.createTempDirectory("sipsleuth-pack-");
        try {
            pack(opened, read.get(), dialogs.get(), reader.options(), folder);
        } finally {
            delete(folder);
        }
        return read.get().isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    /// The chosen dialogs; empty if one of them is not there, and then the user knows.
    private Optional<int[]> dialogs(SipIndex index, Filter wanted) {
        Optional<List<Integer>> named =
                callIds.isEmpty() ? Optional.of(IntStream.range(0, index.dialogs().size()).boxed().toList())
                        : new DialogChoice(terminal, "the case", index.dialogs()).of(callIds);
        if (named.isEmpty() || !options.filter().isGiven()) {
            return named.map(DialogPack::numbers);
        }
        Set<Integer> fitting = options.filter()
                .run(wanted, index, terminal, options.showsProgress())
                .messages()
                .mapToObj(index.messages()::dialog)
                .collect(Collectors.toSet());
        return Optional.of(numbers(named.get().stream().filter(fitting::contains).toList()));
    }

    private static int[] numbers(List<Integer> dialogs) {
        return dialogs.stream().mapToInt(Integer::intValue).toArray();
    }

    private void pack(CaseFile opened, CaseEvidence.Read read, int[] dialogs, ReadOptions readOptions, Path folder)
            throws IOException {
        SipIndex index = read.index();
        ExportRequest request = ExportRequest.ofDialogs(index, dialogs, hasMedia, readOptions);
        CaseExcerpt excerpt = new CaseExcerpt(opened);
        OutputFile file = OutputFile.at(folder.resolve(CASE), OutputRules.NEW_FILES);
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            Exported exported;
            CaseExcerpt.Made made;
            if (anonymization.areWanted()) {
                exported = anonymised(index, request, folder, progress);
                SipIndex copy = CaptureIndexer.read(List.of(exported.file()), ReadOptions.NONE, progress);
                made = excerpt.makeAnonymous(file, opened.store().author(), sequences(copy), capture(exported));
            } else {
                ExportOutput output = ExportOutput.at(folder.resolve("dialogs.pcapng"), OutputRules.NEW_FILES);
                exported = CaptureExport.write(index, request, output, progress,
                        (from, frame) -> excerpt.written(read.captures().get(from).sha256(), frame));
                made = excerpt.make(file, opened.store().author(), described(index, dialogs), capture(exported));
            }
            try (CaseFile packed = CaseFile.openReadOnly(folder.resolve(CASE), opened.store().author())) {
                CasePackage.write(packed, packed.evidence(), List.of(folder),
                        StandardOutput.forBinary(terminal, "a packed case"), progress);
            }
            report(exported, dialogs.length, made);
        }
    }

    private Exported anonymised(SipIndex index, ExportRequest request, Path folder, ProgressLine progress)
            throws IOException {
        return AnonymizedExport.write(index, request, anonymization.open(index, terminal, progress),
                ExportOutput.at(folder.resolve("dialogs.pcap"), OutputRules.NEW_FILES), progress);
    }

    private static CaseExcerpt.Capture capture(Exported exported) {
        return new CaseExcerpt.Capture(FileName.last(exported.file()), exported.sha256(), exported.bytes());
    }

    private static Set<String> sequences(SipIndex index) {
        return IntStream.range(0, index.dialogs().size())
                .mapToObj(index.dialogs()::sequenceText)
                .collect(Collectors.toSet());
    }

    private static CaseExcerpt.Dialogs described(SipIndex index, int[] dialogs) {
        MessageTable messages = index.messages();
        return new CaseExcerpt.Dialogs(
                IntStream.of(dialogs).mapToObj(index.dialogs()::callId).collect(Collectors.toSet()),
                IntStream.of(dialogs).mapToObj(index.dialogs()::sequenceText).collect(Collectors.toSet()),
                IntStream.of(dialogs)
                        .flatMap(dialog -> IntStream.of(index.messagesOf(dialog)))
                        .flatMap(message -> IntStream.of(messages.source(message), messages.destination(message)))
                        .distinct()
                        .mapToObj(end -> messages.endpoint(end).host())
                        .collect(Collectors.toSet()));
    }

    private void report(Exported exported, int dialogs, CaseExcerpt.Made made) {
        if (options.showsProgress()) {
            terminal.report("packed: %s, %s, %s".formatted(HumanText.count(dialogs, "dialog"),
                    HumanText.count(exported.frames(), "frame"), HumanText.count(made.verdicts(), "verdict")));
        }
        if (anonymization.areWanted()) {
            terminal.report("an anonymised case contains verdicts on sequences only, without their notes;"
                    + " left out of it: %s, and all models, tables and rates"
                            .formatted(HumanText.count(made.leftOut(), "other row")));
        }
        if (!anonymization.areWanted() && made.leftOut() > 0) {
            terminal.report("left out: %s about other dialogs or addresses, or of filters"
                    .formatted(HumanText.count(made.leftOut(), "row")));
        }
        if (exported.others() > 0) {
            terminal.report("%s of other dialogs in the same frames or connections came along"
                    .formatted(HumanText.count(exported.others(), "message")));
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
