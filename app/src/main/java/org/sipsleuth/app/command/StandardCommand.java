package org.sipsleuth.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.app.command.help.CompletionCommand;
import org.sipsleuth.app.command.help.HelpCommand;

/// The commands, in the order of the help. A new one is a constant here and a line in [#make]; help,
/// completion, manual page and start script follow (docs/ADDING-A-COMMAND.md).
enum StandardCommand implements CommandEntry {
    INFO(StartKind.READING),
    MESSAGES(StartKind.READING),
    DIALOGS(StartKind.READING),
    CALLS(StartKind.READING),
    FIND(StartKind.READING),
    LADDER(StartKind.READING),
    COMPARE(StartKind.PLAIN),
    STATISTICS(StartKind.PLAIN),
    BELIEFS(StartKind.PLAIN),
    LINT(StartKind.PLAIN),
    EXPORT(StartKind.PLAIN),
    LIVE(StartKind.WINDOW),
    TRAIN(StartKind.TRAINING),
    ANALYZE(StartKind.ANALYSIS),
    PROBLEMS(StartKind.PLAIN),
    TRIAGE(StartKind.ANALYSIS),
    EVALUATE(StartKind.EVALUATION),
    SIMULATE(StartKind.SIMULATING),
    SIGNATURES(StartKind.PLAIN),
    REPLAY(StartKind.PLAIN),
    CASE(StartKind.PLAIN),
    LAB(StartKind.SIMULATING),
    DOCTOR(StartKind.SCRIPT),
    TEST(StartKind.SCRIPT),
    PACKAGE(StartKind.SCRIPT),
    HELP(StartKind.PLAIN),
    COMPLETION(StartKind.PLAIN);

    private final StartKind start;

    StandardCommand(StartKind start) {
        this.start = start;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public StartKind start() {
        return start;
    }

    @Override
    public Object make(CommandContext context, CommandLineProgram program) {
        return switch (this) {
            case INFO -> new InfoCommand(context.terminal());
            case MESSAGES -> new MessagesCommand(context.terminal());
            case DIALOGS -> new DialogsCommand(context.terminal());
            case CALLS -> new CallsCommand(context.terminal());
            case FIND -> new FindCommand(context.terminal(), context.entries());
            case LADDER -> new LadderCommand(context.terminal());
            case COMPARE -> new CompareCommand(context.terminal());
            case STATISTICS -> new StatisticsCommand(context.terminal());
            case BELIEFS -> new BeliefsCommand(context.terminal());
            case LINT -> new LintCommand(context.terminal());
            case EXPORT -> new ExportCommand(context.terminal());
            case LIVE -> new LiveCommand(context.terminal(), context.window(), context.support(), context.network(),
                    context.ring(), context.methods());
            case TRAIN -> new TrainCommand(context.terminal(), context.methods());
            case ANALYZE -> new AnalyzeCommand(context.terminal(), context.methods());
            case PROBLEMS -> new ProblemsCommand(context.terminal());
            case TRIAGE -> new TriageCommand(context.terminal());
            case EVALUATE -> new EvaluateCommand(context.terminal());
            case SIMULATE -> new SimulateCommand(context.terminal());
            case SIGNATURES -> new SignaturesCommand(context.terminal());
            case REPLAY -> new ReplayCommand(context.terminal(), context.methods());
            case CASE -> new CaseCommand(context.terminal(), context.methods());
            case LAB -> new LabCommand(context.terminal());
            case DOCTOR -> ScriptCommand.of(context.terminal(), word(),
                    "Reports missing dependencies and how to install them.");
            case TEST -> ScriptCommand.of(context.terminal(), word(), "Runs all tests.");
            case PACKAGE -> ScriptCommand.of(context.terminal(), word(), "Builds packages to install elsewhere.");
            case HELP -> new HelpCommand(context.terminal(), program::run, program::all);
            case COMPLETION -> new CompletionCommand(context.terminal(), program::all);
        };
    }

    static List<CommandEntry> all() {
        return List.of(values());
    }

    /// A function of the shell that sets `start` to how a word is started; for a word that is no
    /// command to nothing, with the result false.
    static String startFunction() {
        return Arrays.stream(values())
                .filter(command -> command.start != StartKind.SCRIPT)
                .map(command -> "        '%s') start=%s ;;\n".formatted(command.word(),
                        command.start.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("", "find_start() {\n    case $1 in\n",
                        "        *) start=; return 1 ;;\n    esac\n}\n"));
    }
}
