package org.sipsleuth.belief.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.sipsleuth.belief.network.BeliefTables;

/// The tables of paper 4, §4.2, which its authors set by hand.
public final class PaperTables {

    private PaperTables() {}

    /// As they are printed: the rows of requests of NORMAL and PASSWORD_CRACKING sum to 0.9, that
    /// of responses of NORMAL to 0.8, and there is no table of parsing errors.
    public static BeliefTables printed() {
        return shipped("paper-printed.yaml");
    }

    /// As they are used: with rows that sum to one, and with our table of parsing errors.
    public static BeliefTables working() {
        return shipped("paper.yaml");
    }

    private static BeliefTables shipped(String name) {
        try (InputStream in = PaperTables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program comes without " + name);
            }
            return TablesFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The program comes with a damaged " + name, unreadable);
        }
    }
}
