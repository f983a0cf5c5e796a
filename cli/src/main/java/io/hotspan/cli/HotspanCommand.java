package io.hotspan.cli;

import io.hotspan.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself, which only has subcommands. */
@Command(
        name = "hotspan",
        description = "Reads Hotspan's journals: what a program did, and how long it took.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "D is the directory of a journal. Exit codes: 0 fine; 1 the answer is no (an unknown",
            "trace, a journal that is not whole); 2 wrong use."
        })
final class HotspanCommand implements Runnable {
    /** The narrowest help that picocli lays out. */
    private static final int MIN_HELP_WIDTH = 55;

    @Spec private CommandSpec spec;

    private HotspanCommand() {}

    /** The command with all its subcommands, ready to be executed. */
    static CommandLine commandLine(final Output output, final StopSignal stop) {
        final CommandLine report = new CommandLine(new DemoReportCommand(output));
        final CommandLine hotspan =
                new CommandLine(new HotspanCommand())
                        .addSubcommand(demo(output, report))
                        .addSubcommand(report)
                        .addSubcommand(new TracesCommand(output, stop))
                        .addSubcommand(new ShowCommand(output))
                        .addSubcommand(new StatsCommand(output))
                        .addSubcommand(new VerifyCommand(output))
                        .addSubcommand(new RecoverCommand(output))
                        .addSubcommand(new BenchCommand(output))
                        .addSubcommand(new VersionCommand(output));
        addHelp(hotspan);
        hotspan.getCommandSpec()
                .version("hotspan " + BuildVersion.read())
                .addOption(
                        OptionSpec.builder("-V", "--version")
                                .versionHelp(true)
                                .description("Show the version.")
                                .build());
        hotspan.getSubcommands().values().forEach(HotspanCommand::addHelp);
        final Failures failures = new Failures(output);
        final Ansi ansi = output.terminal().isColoured() ? Ansi.ON : Ansi.OFF;
        return hotspan.setOut(output.out())
                .setErr(output.err())
                .setColorScheme(Help.defaultColorScheme(ansi))
                .setUsageHelpWidth(Math.max(MIN_HELP_WIDTH, output.terminal().width()))
                .setParameterExceptionHandler(failures::onWrongUse)
                .setExecutionExceptionHandler(failures::onFailure);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** The demo ends with what another of the commands shows. */
    private static DemoCommand demo(final Output output, final CommandLine report) {
        return new DemoCommand(
                output.out(), output.err(), output.terminal(), System.getenv(), report::execute);
    }

    private static void addHelp(final CommandLine command) {
        command.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show this help.")
                                .build());
    }
}
