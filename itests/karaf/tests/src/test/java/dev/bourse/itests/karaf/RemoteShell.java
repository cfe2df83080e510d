package dev.bourse.itests.karaf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/**
 * The shell as one of its users reaches it over SSH. A command costs a connection, because the
 * container ends it after each, but not the start of a JVM: tests can look often without being what
 * the machine is busy with.
 *
 * @param port where it answers on this machine
 * @param user who logs in
 * @param password the user's
 */
record RemoteShell(int port, String user, String password) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** One client for all of this process; its threads are daemons. */
  private static final SshClient CLIENT = client();

  private static SshClient client() {
    SshClient client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier((session, address, key) -> true);
    client.start();
    return client;
  }

  /**
   * Everything that a command prints, errors included. Throws what the server says if it does not
   * let the user in.
   */
  String run(String command) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (ClientSession session =
        CLIENT.connect(user, "127.0.0.1", port).verify(PATIENCE).getClientSession()) {
      session.addPasswordIdentity(password);
      session.auth().verify(PATIENCE);
      try (ChannelExec channel = session.createExecChannel(command)) {
        channel.setOut(said);
        channel.setErr(said);
        channel.open().verify(PATIENCE);
        var events = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
        if (events.contains(ClientChannelEvent.TIMEOUT)) {
          throw new IOException("The shell did not answer within " + PATIENCE + ": " + command);
        }
      }
    }
    return Ran.plain(said.toString(StandardCharsets.UTF_8));
  }
}
