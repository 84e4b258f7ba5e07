package lamplight.server;

import lamplight.server.admin.LamplightCommand;

/** Where the server's jar starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(LamplightCommand.commandLine().execute(arguments));
  }
}
