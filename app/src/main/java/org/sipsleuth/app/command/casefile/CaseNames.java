package org.sipsleuth.app.command.casefile;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.casefile.CaseAddition;

/// Reads the named filter and the names of addresses that a command line has for a case.
///
/// @param filter as `NAME=F`
public record CaseNames(Terminal terminal, FilterOption filter) {

    /// Adds them to what comes into the case. The user is notified if one of them is wrong.
    ///
    /// @param aliases as `ADDRESS=NAME`
    /// @return whether they can be stored
    public boolean collect(CaseAddition addition, List<String> aliases) {
        SortedMap<String, String> names = new TreeMap<>();
        for (String each : aliases) {
            int equals = each.indexOf('=');
            Optional<String> address = address(each.substring(0, Math.max(0, equals)));
            if (address.isEmpty()) {
                terminal.report("--alias must be ADDRESS=NAME, as 192.0.2.1=PBX (got " + each + ")");
                return false;
            }
            names.put(address.get(), each.substring(equals + 1).strip());
        }
        if (filter.given().isPresent()) {
            String given = filter.given().get();
            int equals = given.indexOf('=');
            String name = given.substring(0, Math.max(0, equals)).strip();
            if (!name.matches("[\\p{L}\\p{N} _.-]+")) {
                terminal.report("case add: --filter must be NAME=F, as scans='dialog.state == \"failed\"'");
                return false;
            }
            String expression = given.substring(equals + 1).strip();
            if (filter.parsed(expression, terminal).isEmpty()) {
                return false;
            }
            addition.filter(name, expression);
        }
        names.forEach(addition::alias);
        return true;
    }

    /// An address as captures show it; empty if it is not an address.
    private static Optional<String> address(String text) {
        try {
            return Optional.of(new Endpoint(InetAddress.ofLiteral(text.strip()), 0).host());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
