package net.niner.status.launcher;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever goes wrong into one sentence and an exit code; a person at a console never sees a stack trace. */
final class Complaints {
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private Complaints() {}

    /** A start that fails is always 1; a command tells a wrong call (2) from a failure (1). */
    static int usage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        Console.complain(Text.of(
                "refused.usage",
                e.getMessage().lines().findFirst().orElse(""),
                command.getCommandSpec().qualifiedName()));
        return command.getParent() == null ? FAILURE : USAGE;
    }

    static int failure(Exception e, CommandLine command, ParseResult result) {
        Console.complain(e instanceof Refusal ? e.getMessage() : Text.of("refused.unexpected", e));
        return FAILURE;
    }
}
