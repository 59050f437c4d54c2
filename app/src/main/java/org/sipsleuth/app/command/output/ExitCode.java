package org.sipsleuth.app.command.output;

/// What the exit codes mean; a contract.
public final class ExitCode {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;
    public static final int UNREADABLE_INPUT = 3;
    public static final int UNWRITABLE_OUTPUT = 4;
    public static final int FAIL_ON = 5;
    public static final int RULE_FAILED = 6;

    private ExitCode() {}
}
