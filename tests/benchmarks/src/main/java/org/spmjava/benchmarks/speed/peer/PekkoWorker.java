package org.spmjava.benchmarks.speed.peer;

import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Props;

/** The other process of {@link PekkoSubmitter}. */
final class PekkoWorker {

    private PekkoWorker() {}

    /** Runs it, until it is ended. */
    public static void main(String[] args) {
        ActorSystem system = ActorSystem.create(
                "worker", ConfigFactory.parseString(PekkoSubmitter.SETTINGS).withFallback(ConfigFactory.load()));
        ActorRef actor = system.actorOf(Props.create(Evaluator.class, Evaluator::new), "evaluator");
        Worker.ready(actor.path()
                .toStringWithAddress(((ExtendedActorSystem) system).provider().getDefaultAddress()));
    }

    /** Does nothing with a task, and says so. */
    private static final class Evaluator extends AbstractActor {
        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(Long.class, task -> getSender().tell(task, getSelf()))
                    .build();
        }
    }
}
