package org.sipsleuth.belief.learning;

import java.util.List;
import org.sipsleuth.belief.network.Variable;

/// The intervals of learned tables. They are finer than the paper's two, which it asks for itself
/// (§4.2), roughly doubling from one to the next; whoever reads a table sees what a number means.
final class Discretisation {

    private Discretisation() {}

    /// The upper borders of the intervals of a measure.
    static List<Double> borders(Variable variable) {
        return switch (variable) {
            case REQUEST_INTENSITY -> List.of(1.2, 1.5, 2.0, 3.0, 4.5, 7.0, 10.0, 20.0, 40.0, 70.0, 120.0, 300.0);
            case ERROR_RESPONSE_INTENSITY -> List.of(0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
            case PARSING_ERROR_INTENSITY -> List.of(0.0, 1.0, 2.0, 4.0);
            case DESTINATIONS ->
                    List.of(0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0, 13.0, 16.0, 20.0, 25.0, 30.0, 36.0, 42.0, 50.0);
            case WAITING_DIALOGS -> List.of(0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 50.0);
            case OPENED_PORTS -> List.of(0.0, 1.0, 2.0, 4.0, 6.0, 8.0, 12.0, 20.0, 50.0);
            case REQUEST_PEAK -> List.of(1.2, 1.5, 2.0, 3.0, 4.5, 7.0, 10.0, 20.0, 40.0, 70.0, 120.0, 300.0);
            case ERROR_PEAK -> List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
            case FAN_IN -> List.of(0.0, 1.0, 3.0, 7.0, 20.0);
            case USERS_TRIED -> List.of(0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0);
            case FAILED_LOGINS -> List.of(0.0, 1.0, 2.0, 4.0, 8.0, 16.0);
            case UNACKNOWLEDGED, CREDENTIALS, SUCCESS, REPEATED_USERS, REPEATED_CALLERS ->
                    List.of(0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999);
            case REQUEST_DISTRIBUTION, RESPONSE_DISTRIBUTION, SOURCE_ROLE ->
                    throw new IllegalArgumentException(variable.word() + " has no intervals");
        };
    }
}
