package org.sipsleuth.app.command;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Which actions of a command take which of its options.
///
/// @param takers the actions, in the order of the help, by the longest name of an option; every
///     action takes an option that is not there
record ActionOptions<A extends Enum<A>>(Map<String, Set<A>> takers) {

    /// What is wrong with the options of a command line; empty if the action takes all of them.
    ///
    /// @param command that has parsed them
    Optional<String> misplaced(A action, CommandSpec command) {
        return command.commandLine()
                .getParseResult()
                .matchedOptionsSet()
                .stream()
                .map(OptionSpec::longestName)
                .filter(name -> !takers.getOrDefault(name, Set.of(action)).contains(action))
                .findFirst()
                .map(name -> "%s is for %s only".formatted(name, actions(name)));
    }

    private String actions(String name) {
        return takers.getOrDefault(name, Set.of())
                .stream()
                .map(Enum::toString)
                .collect(Collectors.joining(", "))
                .replaceFirst(", (?=[^,]*$)", " and ");
    }
}
