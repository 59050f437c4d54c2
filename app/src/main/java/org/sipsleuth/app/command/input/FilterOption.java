package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.folder.UserFolders;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.role.RoleFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options `--filter`, `--from`, `--to` and `--roles`: which messages are listed, or what rests
/// on them.
public final class FilterOption {

    /// The name of the models that come with the program.
    public static final String SHIPPED_MODELS = FilterModels.SHIPPED;

    private final OptionSpec filter = OptionSpec.builder("--filter")
            .paramLabel("F")
            .type(String.class)
            .description("only what matches this filter, in Wireshark's display filter language,"
                    + " as in 'sip.Method == \"INVITE\" && ip.src == 10.0.0.0/8'; docs/FILTER.md lists the fields")
            .build();

    private final OptionSpec from =
            time("--from", "only messages captured at or after this time: ISO 8601 (UTC unless an offset"
                    + " is given) or seconds since the epoch");

    private final OptionSpec to = time("--to", "only messages captured at or before this time");

    private final OptionSpec roles = OptionSpec.builder("--roles")
            .paramLabel("FILE")
            .type(Path.class)
            .description("correct the roles of hosts, and allow known scanners and trunks: CSV"
                    + " with address, role, allowed, reason (docs/ROLES.md;"
                    + " default: roles.csv in the folder of the settings)")
            .build();

    private final FaultLog faults = new FaultLog();
    private Methods methods = Methods.standard();
    private FilterModels models = FilterModels.none(methods);
    private boolean isCorrected;
    private int obstacle = ExitCode.WRONG_USAGE;

    private static OptionSpec time(String name, String description) {
        return OptionSpec.builder(name)
                .paramLabel("TIME")
                .type(Long.class)
                .converters(new TimeConverter())
                .description(description)
                .build();
    }

    /// Adds these options to a command.
    ///
    /// @param methods whose fields the filter can name
    public void addTo(CommandSpec command, Methods methods) {
        this.methods = methods;
        models = FilterModels.none(methods);
        command.addOption(filter).addOption(from).addOption(to).addOption(roles);
    }

    /// The methods of the command with the user's corrections of roles; nothing, and a line that
    /// indicates what is wrong, if those cannot be read.
    public Optional<Methods> methods(Terminal terminal) {
        return correctRoles(terminal) ? Optional.of(methods) : Optional.empty();
    }

    /// The filter; nothing, and a line that indicates what is wrong, if it cannot be understood or
    /// what it asks cannot be had.
    ///
    /// @param names of the models that it may use
    public Optional<Filter> read(Terminal terminal, List<String> names) throws IOException {
        if (fromNanos() > toNanos()) {
            terminal.report("--from is later than --to; swap them to select a time window");
            return Optional.empty();
        }
        Optional<Filter> asked = parsed(terminal);
        if (asked.isEmpty()) {
            return asked;
        }
        boolean detects = models.isAsked(asked.get()) || roles.getValue() != null;
        if (detects && !correctRoles(terminal)) {
            obstacle = ExitCode.UNREADABLE_INPUT;
            return Optional.empty();
        }
        Optional<FilterModels> read = models.read(models.isAsked(asked.get()) ? names : List.of(), terminal);
        if (read.isEmpty()) {
            obstacle = ExitCode.UNREADABLE_INPUT;
            return Optional.empty();
        }
        models = read.get();
        Optional<String> missing = models.missing(asked.get());
        missing.ifPresent(what -> terminal.report("--filter: " + what));
        return asked.filter(_ -> missing.isEmpty());
    }

    /// How the program ends where [#read] yielded nothing.
    public int exitCode() {
        return obstacle;
    }

    /// The rules and methods that failed, whether the filter needed them or its command.
    public FaultLog faults() {
        return faults;
    }

    /// The files that it reads.
    public List<Path> inputs() {
        Path given = roles.getValue();
        return given == null ? List.of() : List.of(given);
    }

    /// Corrects roles by the file that was named, else by the user's; false if it is unusable.
    private boolean correctRoles(Terminal terminal) {
        Path given = roles.getValue();
        Path file = given == null ? UserFolders.settings().resolve(RoleFile.NAME) : given;
        if (isCorrected || (given == null && !Files.exists(file))) {
            return true;
        }
        try {
            methods = methods.with(RoleFile.read(file));
            models = FilterModels.none(methods);
            isCorrected = true;
            return true;
        } catch (IOException unusable) {
            boolean isMissing = unusable instanceof NoSuchFileException;
            terminal.report("roles not read from %s: %s. Hosts would be judged without your corrections;".formatted(
                    file, isMissing ? "no such file" : unusable.getMessage()) + " correct the file, or leave it out.");
            return false;
        }
    }

    /// What was given, unparsed; empty without a filter.
    public Optional<String> given() {
        return Optional.ofNullable(filter.getValue());
    }

    private Optional<Filter> parsed(Terminal terminal) {
        return parsed(text(), terminal);
    }

    /// A filter; nothing, and a line that indicates what is wrong, if it cannot be understood.
    public Optional<Filter> parsed(String given, Terminal terminal) {
        try {
            return Optional.of(Filter.of(given, models.names()));
        } catch (FilterSyntaxException wrong) {
            terminal.report("--filter: " + wrong.sentence());
            String shown = given.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
            for (String line : FilterSyntaxException.marked(shown, wrong.place()).split("\n", -1)) {
                terminal.err().println("  " + VisibleText.of(line, terminal.isUnicode()));
            }
            terminal.err().flush();
            return Optional.empty();
        }
    }

    private String text() {
        String given = filter.getValue();
        return given == null ? "" : given;
    }

    /// Whether not all messages are wanted.
    public boolean isGiven() {
        return hasFilter() || from.<Long>getValue() != null || to.<Long>getValue() != null;
    }

    /// Whether there is a filter, besides a range of time.
    public boolean hasFilter() {
        return filter.getValue() != null;
    }

    /// The first moment that is wanted, in ns since the epoch; the least number without one.
    public long fromNanos() {
        Long given = from.getValue();
        return given == null ? Long.MIN_VALUE : given;
    }

    /// The last moment that is wanted; the largest number without one.
    public long toNanos() {
        Long given = to.getValue();
        return given == null ? Long.MAX_VALUE : given;
    }

    /// Asks the messages within the time, the models first where the filter needs them.
    public MessageSet run(Filter filter, SipIndex index, Terminal terminal, boolean showsProgress) {
        try (ProgressLine progress = new ProgressLine(terminal, showsProgress, faults.to(terminal))) {
            Filter asked = models.isAsked(filter)
                    ? Filter.of(text(),
                            models.catalog(index, filter, failed -> faults.report(failed, terminal), progress))
                    : filter;
            return asked.run(index, progress).within(index.messages(), fromNanos(), toNanos());
        } catch (FilterSyntaxException impossible) {
            throw new IllegalStateException(impossible); // the same names were understood before
        }
    }
}
